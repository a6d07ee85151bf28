import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useRef, type ReactNode } from 'react'
import { useSession } from '@/gateway/use-session'
import { useT } from '@/lib/i18n/t'
import { Toasts } from '@/ui/Toasts'
import { useTheme } from './preferences'
import { antdTheme } from './theme'

/** A user's data never reaches the next one: the cache goes with the session it belongs to. */
function useCacheOfUser(client: QueryClient) {
  const session = useSession()
  const user = session.kind === 'signed-in' ? session.session.user : session.kind === 'lost' ? session.user : null
  const previous = useRef(user)
  useEffect(() => {
    if (previous.current !== null && previous.current !== user) client.clear()
    previous.current = user
  }, [client, user])
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
