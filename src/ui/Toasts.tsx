import { CloseOutlined } from '@ant-design/icons'
import { useEffect, useSyncExternalStore } from 'react'
import { useT } from '@/lib/i18n/t'
import styles from './Toasts.module.css'

interface Toast {
  readonly id: number
  readonly tone: 'success' | 'info' | 'error'
  readonly title: string
  readonly detail?: string
}

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

function set(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells an outcome that has no place of its own on screen. */
export const toast = (tone: Toast['tone'], title: string, detail?: string): void =>
  set([...toasts.slice(-3), { id: ++lastId, tone, title, ...(detail === undefined ? {} : { detail }) }])

const dismiss = (id: number) => set(toasts.filter((shown) => shown.id !== id))

/** Successes go after a while, errors stay until they are dismissed. */
function ToastItem({ shown }: { shown: Toast }) {
  const { t } = useT()
  useEffect(() => {
    if (shown.tone === 'error') return
    const timer = setTimeout(() => dismiss(shown.id), 8_000)
    return () => clearTimeout(timer)
  }, [shown])
  return (
    <li className={`${styles['toast']} ${styles[shown.tone]}`}>
      <div role={shown.tone === 'error' ? 'alert' : 'status'}>
        <p className={styles['title']}>{shown.title}</p>
        {shown.detail !== undefined && <p className={styles['detail']}>{shown.detail}</p>}
      </div>
      <button
        type="button"
        className={styles['close']}
        aria-label={t('action.dismiss')}
        onClick={() => dismiss(shown.id)}
      >
        <CloseOutlined aria-hidden />
      </button>
    </li>
  )
}

/** Where toasts appear; once per app. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts)
  const { t } = useT()
  return (
    <section className={styles['toasts']} aria-label={t('toasts.label')}>
      <ul>
        {shown.map((item) => (
          <ToastItem key={item.id} shown={item} />
        ))}
      </ul>
    </section>
  )
}
