import { startMock } from '@mocks/browser'
import { isFault, isScenarioName, password, users } from '@mocks/scenarios'
import { sessionStore } from '@/api/session-store'
import { newSession } from '@/api/token'

/**
 * Starts the pretend server and does what the link asks for: `?scenario=…&user=…&fault=…&pace=…` (pace 0
 * brings everything up at once). A user named in the link is
 * signed in, so that a link leads straight to what it is about.
 */
export async function startDemo(): Promise<void> {
  const search = new URLSearchParams(window.location.search)
  const scenario = search.get('scenario')
  const user = search.get('user')
  const pace = Number(search.get('pace') ?? 1)
  const mock = await startMock({ pace, ...(scenario !== null && isScenarioName(scenario) ? { scenario } : {}) })
  // Also who is signed in already: another world does not know the tokens of the last one.
  if (user !== null && Object.hasOwn(users, user)) sessionStore.signedIn(await newSession(user, password))
  if (search.has('fault')) mock.setFaults(search.getAll('fault').filter(isFault))
}
