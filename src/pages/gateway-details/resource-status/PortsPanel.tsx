import { gatewayPorts } from '@/domain/gateway'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { useT } from '@/lib/i18n/t'
import { DataTable } from '@/ui/DataTable'
import { Panel } from '@/ui/Panel'

/** The ports of the gateway's Service. */
export function PortsPanel() {
  const { t } = useT()
  const { gateway } = useGatewayHere()
  return (
    <Panel title={t('fact.ports')}>
      <DataTable
        label={t('fact.ports')}
        rows={gatewayPorts(gateway)}
        rowKey={(port) => `${port.name ?? ''}${port.port}`}
        columns={[
          { key: 'name', title: t('ports.name'), cell: (port) => port.name ?? '' },
          { key: 'protocol', title: t('ports.protocol'), cell: (port) => port.protocol ?? 'TCP' },
          { key: 'port', title: t('ports.port'), cell: (port) => port.port },
          { key: 'nodePort', title: t('ports.nodePort'), cell: (port) => port.nodePort ?? '–' },
          { key: 'target', title: t('ports.target'), cell: (port) => port.targetPort ?? port.port },
        ]}
      />
    </Panel>
  )
}
