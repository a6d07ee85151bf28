import * as v from 'valibot'

const StoredSession = v.object({
  user: v.string(),
  accessToken: v.string(),
  refreshToken: v.nullable(v.string()),
  /** Milliseconds since 1970. */
  issuedAt: v.number(),
  expiresAt: v.number(),
})
export type Session = v.InferOutput<typeof StoredSession>

export type SessionState =
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly session: Session }
  /** The server no longer knows the tokens; who it was is kept to sign in again in place. */
  | { readonly kind: 'lost'; readonly user: string }

// sessionStorage: it ends with the tab, and no other tab or site script of ours reads it. Never localStorage or a URL.
const KEY = 'gateway-console.session'

function restore(): SessionState {
  const raw = sessionStorage.getItem(KEY)
  if (raw === null) return { kind: 'signed-out' }
  try {
    return { kind: 'signed-in', session: v.parse(StoredSession, JSON.parse(raw)) }
  } catch {
    sessionStorage.removeItem(KEY) // written by something else: as good as none
    return { kind: 'signed-out' }
  }
}

let state: SessionState | undefined
const listeners = new Set<() => void>()

function set(next: SessionState) {
  state = next
  if (next.kind === 'signed-in') sessionStorage.setItem(KEY, JSON.stringify(next.session))
  else sessionStorage.removeItem(KEY)
  for (const listener of listeners) listener()
}

/** Who is signed in, kept for the life of the tab. Shaped for `useSyncExternalStore`. */
export const sessionStore = {
  get: (): SessionState => (state ??= restore()),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  signedIn: (session: Session): void => set({ kind: 'signed-in', session }),
  signedOut: (): void => set({ kind: 'signed-out' }),
  /** The server wants a token and there is none. */
  missing: (): void => {
    if (sessionStore.get().kind === 'signed-out') set({ kind: 'lost', user: '' })
  },
  /** The tokens turned out worthless; a session that was replaced meanwhile stays. */
  lost: (session: Session): void => {
    const current = sessionStore.get()
    if (current.kind === 'signed-in' && current.session.accessToken === session.accessToken)
      set({ kind: 'lost', user: session.user })
  },
}
