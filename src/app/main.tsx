import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { startI18n } from '@/lib/i18n/t'
import './base.css'
import { preferredLanguage, startTheme } from './preferences'
import { Providers } from './Providers'
import { createQueryClient } from './query-client'
import { createRouter } from './routes'

startTheme()
// The pretend server exists in demo builds only; the condition is decided when building, so no other build holds it.
if (import.meta.env.MODE === 'demo') await (await import('./demo')).startDemo()
await startI18n(preferredLanguage())

const client = createQueryClient()
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Providers client={client}>
      <RouterProvider router={createRouter()} />
    </Providers>
  </StrictMode>,
)
