import { useQuery } from '@tanstack/react-query'
import { loadMeanings } from '@/domain/option-meanings'
import { useT } from '@/lib/i18n/t'

/** What each option does, in the language of the moment; a file of its own that is fetched once. */
export function useOptionMeanings() {
  const { language } = useT()
  return useQuery({
    queryKey: ['option-meanings', language],
    queryFn: () => loadMeanings(language),
    staleTime: Infinity,
  })
}
