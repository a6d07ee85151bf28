import type { Gateway } from '@/wire/gateway'
import { isLegacy, projectOf } from '@/domain/gateway'
import { useT } from '@/lib/i18n/t'
import { failureDetail, failureTitle } from '@/ui/FailureNotice'
import { StatusText } from '@/ui/StatusText'
import styles from './DisableManyDialog.module.css'

/** How one of several gateways fares. */
export type Outcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly error: Error }

/** The gateways that are meant, by name and project, and what became of each. */
export function OutcomeList({
  gateways,
  outcomes,
}: {
  gateways: readonly Gateway[]
  outcomes: ReadonlyMap<string, Outcome> | null
}) {
  const { t } = useT()
  return (
    <ul className={styles['list']} aria-label={t('disableMany.list')}>
      {gateways.map((gateway) => {
        const { name } = gateway.metadata
        return (
          <li key={name} className={styles['entry']}>
            <span className={styles['name']}>{name}</span>
            <Told outcome={outcomes?.get(name)} note={noteOf(gateway, t('fact.kindLegacy'))} />
          </li>
        )
      })}
    </ul>
  )
}

const noteOf = (gateway: Gateway, legacy: string) =>
  [projectOf(gateway), ...(isLegacy(gateway) ? [legacy] : [])].join(' · ')

function Told({ outcome, note }: { outcome: Outcome | undefined; note: string }) {
  const { t } = useT()
  switch (outcome?.kind) {
    case undefined:
      return <span className={styles['note']}>{note}</span>
    case 'waiting':
      return <StatusText tone="neutral">{t('disableMany.waiting')}</StatusText>
    case 'running':
      return (
        <StatusText tone="info" busy>
          {t('disableMany.running')}
        </StatusText>
      )
    case 'done':
      return <StatusText tone="success">{t('disableMany.done')}</StatusText>
    case 'refused':
      return (
        <>
          <StatusText tone="error">{t('disableMany.refused')}</StatusText>
          <p className={styles['why']}>
            {failureTitle(outcome.error, t)}: {failureDetail(outcome.error)}
          </p>
        </>
      )
  }
}
