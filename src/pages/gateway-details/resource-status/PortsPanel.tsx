import type { ServicePort } from '@/wire/k8s'
import type { Exposure } from '@/domain/address'
import { gatewayPorts, serviceType } from '@/domain/gateway'
import { portUrls } from '@/domain/port-urls'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { useT } from '@/lib/i18n/t'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Panel } from '@/ui/Panel'
import styles from './PortsPanel.module.css'

/** The ports of the gateway's Service, and where each can be reached. */
export function PortsPanel() {
  const { t } = useT()
  const { gateway, view } = useGatewayHere()
  const ports = gatewayPorts(gateway)
  const type = serviceType(gateway)
  return (
    <Panel title={t('fact.ports')}>
      {ports.length === 0 ? (
        <EmptyState title={t('ports.none')}>{t('ports.none2')}</EmptyState>
      ) : (
        <DataTable
          label={t('fact.ports')}
          rows={ports}
          rowKey={(port) => `${port.name ?? ''}${port.port}`}
          columns={[
            { key: 'name', title: t('ports.name'), cell: (port) => port.name ?? '–' },
            { key: 'protocol', title: t('ports.protocol'), cell: (port) => port.protocol ?? 'TCP' },
            { key: 'port', title: t('ports.port'), cell: (port) => port.port },
            { key: 'nodePort', title: t('ports.nodePort'), cell: (port) => port.nodePort ?? '–' },
            { key: 'target', title: t('ports.target'), cell: (port) => port.targetPort ?? port.port },
            {
              key: 'open',
              title: t('ports.openIn'),
              cell: (port) => <Links port={port} exposure={view.exposure} type={type} />,
            },
          ]}
        />
      )}
    </Panel>
  )
}

function Links({ port, exposure, type }: { port: ServicePort; exposure: Exposure | null; type: string }) {
  const { t } = useT()
  const urls = portUrls(port, exposure, type)
  if (urls.length === 0) return <span>–</span>
  return (
    <ul className={styles['links']}>
      {urls.map((url) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noreferrer" aria-label={t('ports.open', { url })}>
            {url}
          </a>
        </li>
      ))}
    </ul>
  )
}
