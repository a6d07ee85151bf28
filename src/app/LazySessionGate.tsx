import { lazy, Suspense, useEffect } from 'react'
import { loadTexts } from '@/lib/i18n/t'
import { useSession } from '@/gateway/use-session'

const load = async () => (await Promise.all([import('./SessionGate'), loadTexts('signIn')]))[0]
const SessionGate = lazy(async () => ({ default: (await load()).SessionGate }))

/** Long enough for the first page to be there, in milliseconds. */
const IDLE = 3_000

/**
 * Signing in again in place. No first view needs its dialog, so it is fetched afterwards, while the server still
 * answers: it may be wanted just when it does not.
 */
export function LazySessionGate() {
  const session = useSession()
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), IDLE)
    return () => clearTimeout(timer)
  }, [])
  return <Suspense>{session.kind === 'lost' && <SessionGate user={session.user} />}</Suspense>
}
