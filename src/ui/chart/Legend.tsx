import { useT } from '@/lib/i18n/t'
import styles from './Legend.module.css'
import type { Shown } from './Plot'
import { Swatch } from './Swatch'

interface LegendProps {
  label: string
  series: readonly Shown[]
  isolated: string | null
  onIsolate: (key: string | null) => void
}

/** The names of the lines with what they come to. Choosing one shows it alone; choosing it again, all. */
export function Legend({ label, series, isolated, onIsolate }: LegendProps) {
  const { t } = useT()
  return (
    <ul className={styles['legend']} aria-label={label}>
      {series.map(({ key, label: name, total, place, isRest }) => (
        <li key={key}>
          <button
            type="button"
            className={styles['entry']}
            aria-pressed={isolated === key}
            data-faded={isolated !== null && isolated !== key}
            title={isolated === key ? t('chart.showAll') : t('chart.showOnly', { name })}
            onClick={() => onIsolate(isolated === key ? null : key)}
          >
            <Swatch place={place} isRest={isRest ?? false} />
            <span className={styles['name']}>{name}</span>
            <span className={styles['total']}>{total}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
