import { useT } from '@/lib/i18n/t'
import styles from './ModeSwitch.module.css'
import type { LogParams, ParamChange } from './use-log-params'

const modes = ['live', 'search'] as const

/** Live or search. */
export function ModeSwitch({ params, change }: { params: LogParams; change: (next: ParamChange) => void }) {
  const { t } = useT()
  return (
    <div role="group" aria-label={t('logs.mode')} className={styles['switch']}>
      {modes.map((mode) => (
        <button
          key={mode}
          type="button"
          aria-pressed={params.mode === mode}
          onClick={() => change({ mode: mode === 'live' ? null : mode, line: null, between: null })}
        >
          {t(`logs.${mode}`)}
        </button>
      ))}
    </div>
  )
}
