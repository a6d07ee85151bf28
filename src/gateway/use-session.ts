import { useSyncExternalStore } from 'react'
import { sessionStore, type SessionState } from '@/api/session-store'

/** The session as it is now. */
export const useSession = (): SessionState => useSyncExternalStore(sessionStore.subscribe, sessionStore.get)

/** Who is (or, with a lost session, was) signed in; '' for nobody. */
export function useUserName(): string {
  const state = useSession()
  return state.kind === 'signed-in' ? state.session.user : state.kind === 'lost' ? state.user : ''
}
