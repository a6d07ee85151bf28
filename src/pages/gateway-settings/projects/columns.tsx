import { Link } from 'react-router'
import type { ClusterScope } from '@/domain/cluster'
import { gatewayName } from '@/domain/gateway'
import type { GatewayRow } from '@/domain/gateway-row'
import { GatewayPorts } from '@/gateway/GatewayPorts'
import { GatewayStatus } from '@/gateway/GatewayStatus'
import { links } from '@/lib/links'
import type { PlainKey, Translate } from '@/lib/i18n/t'
import { CopyText } from '@/ui/CopyText'
import type { Column } from '@/ui/DataTable'
import { Moment } from '@/ui/Moment'
import { Bar } from '@/ui/Skeleton'
import { StatusText } from '@/ui/StatusText'
import styles from './Table.module.css'

/** Columns that can be hidden, in their order. The name always stays. */
export const optionalColumns = [
  'project',
  'status',
  'mode',
  'address',
  'ports',
  'replicas',
  'tracing',
  'createTime',
] as const
type ColumnKey = 'name' | (typeof optionalColumns)[number]

export const columnTitles: Record<ColumnKey, PlainKey> = {
  name: 'projects.name',
  project: 'projects.project',
  status: 'fact.status',
  mode: 'fact.mode',
  address: 'fact.address',
  ports: 'fact.ports',
  replicas: 'fact.replicas',
  tracing: 'tracing.label',
  createTime: 'fact.created',
}

/** All names begin alike, so what tells them apart gets a line of its own. */
function Name({ row, cluster }: { row: GatewayRow; cluster: ClusterScope }) {
  const prefix = row.hasPage ? gatewayName({ project: '' }) : ''
  const shown = (
    <>
      <span className={styles['prefix']}>{prefix}</span>
      {row.name.slice(prefix.length)}
    </>
  )
  return (
    <span className={styles['name']}>
      {row.hasPage ? (
        <Link to={links.gateway(cluster.name, 'project', row.name)} aria-label={row.name}>
          {shown}
        </Link>
      ) : (
        shown
      )}
    </span>
  )
}

function Address({ row, t }: { row: GatewayRow; t: Translate }) {
  const { exposure } = row
  switch (exposure.kind) {
    case 'known':
      return (
        <ul className={styles['address']}>
          {exposure.addresses.map((address) => (
            <li key={address.value}>
              <CopyText value={address.value}>
                <span className={address.kind === 'hostname' ? styles['host'] : styles['ip']}>{address.value}</span>
              </CopyText>
            </li>
          ))}
        </ul>
      )
    case 'pending':
      return (
        <StatusText tone="info" busy>
          {t('address.pending')}
        </StatusText>
      )
    case 'switching':
      return t('address.switching', { type: exposure.to })
    case 'none':
      return <span className={styles['quiet']}>{t('address.none')}</span>
  }
}

function Replicas({ row, t }: { row: GatewayRow; t: Translate }) {
  if (row.ready === null)
    return row.state === null ? <Bar width="5ch" /> : t('fact.replicasWanted', { wanted: row.wanted })
  return t('projects.replicas', { ready: row.ready, wanted: row.wanted })
}

/** The columns of the table, in the language of `t`. */
export function columnsOf(t: Translate, cluster: ClusterScope): readonly Column<GatewayRow>[] {
  const cells: Record<ColumnKey, Omit<Column<GatewayRow>, 'key' | 'title'>> = {
    name: { sortable: true, cell: (row) => <Name row={row} cluster={cluster} /> },
    project: { cell: (row) => <span className={styles['word']}>{row.project}</span> },
    status: {
      cell: (row) =>
        row.state ? (
          <div className={styles['status']}>
            <GatewayStatus state={row.state} isOneOfMany />
          </div>
        ) : (
          <Bar width="9ch" />
        ),
    },
    mode: {
      cell: (row) => (
        <div>
          <span className={styles['word']}>{row.type}</span>
          {row.isLegacy && <p className={styles['quiet']}>{t('fact.kindLegacy')}</p>}
        </div>
      ),
    },
    address: { cell: (row) => <Address row={row} t={t} /> },
    ports: {
      cell: (row) => (
        <div className={styles['ports']}>
          <GatewayPorts ports={row.ports} type={row.type} />
        </div>
      ),
    },
    replicas: {
      align: 'end',
      cell: (row) => (
        <span className={styles['word']}>
          <Replicas row={row} t={t} />
        </span>
      ),
    },
    tracing: { cell: (row) => (row.tracing ? t('state.on') : t('state.off')) },
    createTime: {
      sortable: true,
      cell: (row) => {
        const at = row.gateway.metadata.creationTimestamp
        return <span className={styles['moment']}>{at ? <Moment at={at} relative /> : t('fact.unknown')}</span>
      },
    },
  }
  return (['name', ...optionalColumns] as const).map((key) => ({ key, title: t(columnTitles[key]), ...cells[key] }))
}
