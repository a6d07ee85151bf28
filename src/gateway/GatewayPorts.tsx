import type { ServicePort } from '@/wire/k8s'
import { useT } from '@/lib/i18n/t'
import styles from './GatewayPorts.module.css'

/** The ports that clients use: node ports for NodePort, the Service's own for a load balancer. */
export function GatewayPorts({ ports, type }: { ports: readonly ServicePort[]; type: string }) {
  const { t } = useT()
  if (ports.length === 0) return <span>{t('ports.none')}</span>
  return (
    <ul className={styles['ports']}>
      {ports.map((port) => (
        <li key={`${port.name ?? ''}${port.port}`}>
          <span className={styles['name']}>{(port.name ?? port.protocol ?? '').toUpperCase()}</span>{' '}
          {type === 'NodePort' ? (port.nodePort ?? t('ports.pending')) : port.port}
        </li>
      ))}
    </ul>
  )
}
