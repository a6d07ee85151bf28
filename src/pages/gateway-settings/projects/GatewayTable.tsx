import type { GatewayRef } from '@/domain/gateway'
import type { GatewayRow } from '@/domain/gateway-row'
import { useCluster } from '@/gateway/ClusterContext'
import { useT } from '@/lib/i18n/t'
import { DataTable, type Column, type Selection, type Sorting } from '@/ui/DataTable'
import { Bar, Waiting } from '@/ui/Skeleton'
import { columnsOf } from './columns'
import { RowMenu, type RowAction } from './RowMenu'
import styles from './Table.module.css'

interface GatewayTableProps {
  rows: readonly GatewayRow[]
  hidden: ReadonlySet<string>
  sorting?: Sorting
  onSort?: (sorting: Sorting) => void
  selection?: Selection<GatewayRow>
  onAction: (action: RowAction, ref: GatewayRef, row: GatewayRow) => void
}

const useColumns = (hidden: ReadonlySet<string>): readonly Column<GatewayRow>[] => {
  const { t } = useT()
  const { scope } = useCluster()
  return columnsOf(t, scope).filter((column) => !hidden.has(column.key))
}

/** Project gateways as rows. */
export function GatewayTable({ rows, hidden, sorting, onSort, selection, onAction }: GatewayTableProps) {
  const { t } = useT()
  const actions: Column<GatewayRow> = {
    key: 'actions',
    title: t('projects.actions'),
    titleHidden: true,
    align: 'end',
    cell: (row) => <RowMenu row={row} onChoose={(action, ref) => onAction(action, ref, row)} />,
  }
  return (
    <div className={styles['scroll']}>
      <DataTable
        label={t('settings.project')}
        columns={[...useColumns(hidden), actions]}
        rows={rows}
        rowKey={(row) => row.name}
        {...(sorting && { sorting })}
        {...(onSort && { onSort })}
        {...(selection && { selection })}
      />
    </div>
  )
}

/** The table's shape while its first page is on its way. */
export function GatewayTableWaiting({ hidden, count }: { hidden: ReadonlySet<string>; count: number }) {
  const { t } = useT()
  const columns = useColumns(hidden).map(({ key, title }) => ({
    key,
    title,
    cell: () => <Bar width={key === 'name' ? '24ch' : '8ch'} />,
  }))
  return (
    <Waiting label={t('projects.loading')}>
      <DataTable
        label={t('projects.loading')}
        columns={columns}
        rows={Array.from({ length: count }, (_, index) => String(index))}
        rowKey={(row) => row}
      />
    </Waiting>
  )
}
