import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { SessionState } from '@/api/session-store'
import { useSession } from '@/gateway/use-session'
import { useT } from '@/lib/i18n/t'
import { Toasts } from '@/ui/Toasts'
import { useTheme } from './preferences'
import { antdTheme } from './theme'

/** Whose data may be in the cache; '' for nobody's. */
const ownerOf = (session: SessionState) =>
  session.kind === 'signed-in' ? session.session.user : session.kind === 'lost' ? session.user : ''

/**
 * A user's data never reaches the next one: the cache goes with the session it belongs to, on screen too. Who signs in
 * again sees at once what failed meanwhile.
 */
function useCacheOfUser(client: QueryClient) {
  const session = useSession()
  const previous = useRef(session)
  useEffect(() => {
    const before = previous.current
    previous.current = session
    const isOwnersTurn = ownerOf(before) === '' || ownerOf(before) === ownerOf(session)
    if (!isOwnersTurn && session.kind === 'signed-in') void client.resetQueries()
    else if (!isOwnersTurn) client.clear()
    else if (before.kind === 'lost' && session.kind === 'signed-in') void client.invalidateQueries()
  }, [client, session])
}

/** antd's own words, which are English until others have arrived. */
function useAntdWords(): Locale | undefined {
  const { language } = useT()
  const [chinese, setChinese] = useState<Locale>()
  useEffect(() => {
    // Without them a few words stay English: no reason to tell anybody of a failure.
    if (language === 'zh')
      void import('antd/locale/zh_CN').then(
        (words) => setChinese(words.default),
        () => {},
      )
  }, [language])
  return language === 'zh' ? chinese : undefined
}

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  const { scheme } = useTheme()
  const locale = useAntdWords()
  useCacheOfUser(client)
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider theme={antdTheme(scheme)} {...(locale && { locale })} button={{ autoInsertSpace: false }}>
        {children}
        <Toasts />
      </ConfigProvider>
    </QueryClientProvider>
  )
}
