import { setupWorker } from 'msw/browser'
import { readSaved } from './db'
import { createKubeSphere } from './kubesphere'
import type { Fault, ScenarioName } from './scenarios'

/** What a tab that has never been here begins with. */
const FIRST_SCENARIO: ScenarioName = 'nodeport'

/** How the pretend server in the browser begins. */
export interface MockOptions {
  /** When left out, the tab goes on with what it had. */
  scenario?: ScenarioName
  /** When left out, what was set before. */
  faults?: readonly Fault[]
  /** See `createKubeSphere`. */
  pace?: number
}

/** The pretend server in the browser, for the demo panel. */
export interface Mock {
  scenario: ScenarioName
  faults: () => readonly Fault[]
  setFaults: (faults: readonly Fault[]) => void
  /** Back to the beginning of the scenario. */
  reset: () => void
}

/**
 * Starts the pretend server in a service worker. Its memory is the tab's: a reload keeps it, another tab begins anew.
 * Requests that do not go to the API pass through untouched.
 */
export const startMock = async ({ scenario, faults, pace }: MockOptions = {}): Promise<Mock> => {
  const storage = window.sessionStorage
  const kubesphere = createKubeSphere({
    scenario: scenario ?? readSaved(storage)?.scenario ?? FIRST_SCENARIO,
    storage,
    ...(faults && { faults }),
    ...(pace !== undefined && { pace }),
  })
  await setupWorker(...kubesphere.handlers).start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  })
  return {
    scenario: kubesphere.scenario,
    faults: kubesphere.faults,
    setFaults: kubesphere.setFaults,
    reset: kubesphere.reset,
  }
}
