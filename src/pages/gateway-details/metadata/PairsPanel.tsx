import { useState } from 'react'
import { unfoldJson } from '@/lib/unfold-json'
import { useT } from '@/lib/i18n/t'
import { CopyButton } from '@/ui/CopyButton'
import { Panel } from '@/ui/Panel'
import { Bar } from '@/ui/Skeleton'
import styles from './PairsPanel.module.css'

interface PairsPanelProps {
  title: string
  map: Readonly<Record<string, string>> | null | undefined
  /** What is searched for, in keys and values. */
  text: string
  empty: string
  isPending?: boolean
}

/** The pairs of one map: whole values, each part to copy, JSON to unfold. */
export function PairsPanel({ title, map, text, empty, isPending = false }: PairsPanelProps) {
  const { t } = useT()
  const all = Object.entries(map ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const wanted = text.trim().toLowerCase()
  const pairs = all.filter((pair) => pair.some((part) => part.toLowerCase().includes(wanted)))
  return (
    <Panel
      title={title}
      extra={
        all.length > 0 && (
          <span className={styles['tools']}>
            <CopyButton value={all.map(([key, value]) => `${key}: ${value}`).join('\n')} text={t('meta.copyAll')} />
          </span>
        )
      }
    >
      {isPending ? (
        <Bar width="60%" />
      ) : pairs.length === 0 ? (
        <p className={styles['none']}>{all.length === 0 ? empty : t('meta.noMatch', { text })}</p>
      ) : (
        <ul className={styles['pairs']} aria-label={title}>
          {pairs.map(([key, value]) => (
            <Pair key={key} name={key} value={value} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Pair({ name: key, value }: { name: string; value: string }) {
  const { t } = useT()
  const [isUnfolded, setUnfolded] = useState(false)
  const unfolded = unfoldJson(value)
  return (
    <li className={styles['pair']}>
      <span className={styles['line']}>
        <span className={styles['key']}>{key}</span>
        <CopyButton value={key} label={t('meta.copyKey', { key })} />
      </span>
      <span className={styles['line']}>
        {isUnfolded && unfolded !== null ? (
          <pre className={styles['json']}>{unfolded}</pre>
        ) : (
          <span className={styles['value']}>{value === '' ? '""' : value}</span>
        )}
        <CopyButton value={value} label={t('meta.copyValue', { key })} />
        {unfolded !== null && (
          <button type="button" className={styles['fold']} onClick={() => setUnfolded(!isUnfolded)}>
            {isUnfolded ? t('meta.fold', { key }) : t('meta.unfold', { key })}
          </button>
        )}
      </span>
    </li>
  )
}
