import type { Event } from '@/wire/k8s'
import type { Exposure } from '@/domain/address'
import { useT } from '@/lib/i18n/t'
import { CopyText } from '@/ui/CopyText'
import { StatusText } from '@/ui/StatusText'
import styles from './GatewayAddress.module.css'

/** The newest warning about the Service: why a load balancer gets no address. */
const warning = (events: readonly Event[]) =>
  events
    .filter((event) => event.type === 'Warning' && event.involvedObject.kind === 'Service')
    .toSorted((a, b) => (b.lastTimestamp ?? '').localeCompare(a.lastTimestamp ?? ''))[0]

/** Every address of a gateway with a copy button, or what it waits for. */
export function GatewayAddress({ exposure, events }: { exposure: Exposure; events: readonly Event[] }) {
  const { t } = useT()
  switch (exposure.kind) {
    case 'known':
      return (
        <ul className={styles['addresses']}>
          {exposure.addresses.map((address) => (
            <li key={address.value}>
              <CopyText value={address.value} />
            </li>
          ))}
        </ul>
      )
    case 'pending': {
      const event = warning(events)
      return (
        <>
          <StatusText tone="info" busy>
            {t('address.pending')}
          </StatusText>
          <p className={styles['why']}>
            {event ? `${event.reason ?? ''}: ${event.message ?? ''}` : t('address.pendingWhy')}
          </p>
        </>
      )
    }
    case 'switching':
      return (
        <StatusText tone="info" busy>
          {t('address.switching', { type: exposure.to })}
        </StatusText>
      )
    case 'none':
      return <span className={styles['why']}>{t('address.none')}</span>
  }
}
