import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Gateway } from '@/wire/gateway'
import { isLegacy } from '@/domain/gateway'
import { useCluster } from '@/gateway/ClusterContext'
import { useDenials } from '@/gateway/use-access'
import { useT } from '@/lib/i18n/t'
import { ActionButton } from '@/ui/ActionButton'
import styles from './Toolbar.module.css'

interface SelectionLineProps {
  total: number
  chosen: readonly Gateway[]
  /** Seconds between two looks. */
  interval: number
  onDisable: () => void
  onClear: () => void
}

/** How many there are, or how many are selected and what can be done with them; and how fresh it all is. */
export function SelectionLine({ total, chosen, interval, onDisable, onClear }: SelectionLineProps) {
  const { t } = useT()
  const { scope } = useCluster()
  const ofCluster = { cluster: scope, project: null }
  const others = useDenials(ofCluster, { inAny: true })
  const legacy = useDenials(ofCluster, { inAny: true, isLegacy: true })
  // Legacy ones are removed by another route of the server, which is another right.
  const denial = (chosen.every(isLegacy) ? null : others.disable) ?? (chosen.some(isLegacy) ? legacy.disable : null)
  return (
    <Line interval={interval}>
      {chosen.length === 0 ? (
        <output>{t('projects.total', { count: total })}</output>
      ) : (
        <div className={styles['chosen']}>
          <output>{t('projects.selected', { count: chosen.length })}</output>
          <ActionButton danger size="small" reason={denial} onClick={onDisable}>
            {t('disableMany.action')}
          </ActionButton>
          <Button size="small" type="text" onClick={onClear}>
            {t('projects.clearSelection')}
          </Button>
        </div>
      )}
    </Line>
  )
}

/** A line about the rows, with how fresh they are. */
export function Line({ interval, children }: { interval: number; children: ReactNode }) {
  const { t } = useT()
  return (
    <div className={styles['line']}>
      {children}
      <span className={styles['fresh']}>{t('projects.refresh', { count: interval })}</span>
    </div>
  )
}
