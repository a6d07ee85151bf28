import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useRef, type ReactNode } from 'react'
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

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  const { language } = useT()
  const { scheme } = useTheme()
  useCacheOfUser(client)
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider
        theme={antdTheme(scheme)}
        {...(language === 'zh' ? { locale: zhCN } : {})}
        button={{ autoInsertSpace: false }}
      >
        {children}
        <Toasts />
      </ConfigProvider>
    </QueryClientProvider>
  )
}
