import type { WatchState } from '@/api/watch'
import { useT } from '@/lib/i18n/t'
import { StatusText } from '@/ui/StatusText'

/** Whether what stands here follows the cluster by itself, or how often it is asked for. */
export function LiveMark({ watch, pollingSeconds: seconds }: { watch: WatchState; pollingSeconds: number }) {
  const { t } = useT()
  if (watch === 'live') return <StatusText tone="success">{t('live.live')}</StatusText>
  if (watch === 'broken') return <StatusText tone="warning">{t('live.broken', { seconds })}</StatusText>
  return <StatusText tone="neutral">{t('live.polling', { seconds })}</StatusText>
}
