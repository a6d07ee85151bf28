import type { Exposure } from '@/domain/address'
import type { PendingReason } from '@/domain/pending-reason'
import { useT } from '@/lib/i18n/t'
import { CopyText } from '@/ui/CopyText'
import { StatusText } from '@/ui/StatusText'
import styles from './GatewayAddress.module.css'

/** Every address of a gateway with a copy button, or what it waits for. */
export function GatewayAddress({ exposure, why }: { exposure: Exposure; why: PendingReason | null }) {
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
    case 'pending':
      return (
        <>
          <StatusText tone="info" busy>
            {t('address.pending')}
          </StatusText>
          <p className={styles['why']}>
            {why ? [why.reason, why.message].filter(Boolean).join(': ') : t('address.pendingWhy')}
          </p>
        </>
      )
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
