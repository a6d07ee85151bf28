import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { sessionQueries } from '@/api/session'
import { sessionStore } from '@/api/session-store'
import { startI18n } from '@/lib/i18n/t'
import './base.css'
import { preferredLanguage, startTheme } from './preferences'
import { Providers } from './Providers'
import { createQueryClient } from './query-client'
import { createRouter } from './routes'

startTheme()
// The pretend server exists in demo builds only; the condition is decided when building, so no other build holds it.
if (import.meta.env.MODE === 'demo') await (await import('./demo')).startDemo()
const client = createQueryClient()
// Every page of a cluster asks for the modules first; that need not wait for the texts.
if (sessionStore.get().kind === 'signed-in') void client.query(sessionQueries.configz()).catch(() => undefined)
await startI18n(preferredLanguage())

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={createRouter()} />
    </Providers>
  </StrictMode>,
)
