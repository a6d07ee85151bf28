import { ApartmentOutlined, SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import type { Gateway } from '@/wire/gateway'
import type { GatewayRow } from '@/domain/gateway-row'
import { pageCount } from '@/domain/project-page'
import { useCluster } from '@/gateway/ClusterContext'
import { isForbidden, type ApiError } from '@/lib/api-error'
import { useT } from '@/lib/i18n/t'
import { useSearchParam, withParam } from '@/lib/use-search-param'
import type { Selection, Sorting } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Pager } from '@/ui/Pager'
import { Panel } from '@/ui/Panel'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { BothKindsNotice } from '../BothKindsNotice'
import { optionalColumns } from './columns'
import { Dialogs, type Opened } from './Dialogs'
import { GatewayTable, GatewayTableWaiting } from './GatewayTable'
import { OwnProjects } from './OwnProjects'
import { PAGE_SIZES, params, queryOf, SORTS } from './params'
import { SelectionLine } from './SelectionLine'
import { EnableButton, Toolbar } from './Toolbar'
import { useHiddenColumns } from './use-columns'
import { useProjectPage } from './use-project-page'

/** Another order or filter begins at the first page, and is no step of the history. */
const anew = { also: ['page'], replace: true }

/** The table of project gateways with everything around it. */
export function ProjectGateways() {
  const { t } = useT()
  const { scope } = useCluster()
  const [search] = useSearchParams()
  const [, setName] = useSearchParam('name', params.name, anew)
  const [, setSort] = useSearchParam('sort', params.sort, anew)
  const [, setLimit] = useSearchParam('limit', params.limit, anew)
  const query = queryOf(search)
  const { page, shown } = useProjectPage(scope, query)
  const { hidden, toggle } = useHiddenColumns(optionalColumns)
  // By name, with the gateway as it was when it was chosen: a selection outlives the page it was made on.
  const [chosen, setChosen] = useState<ReadonlyMap<string, Gateway>>(new Map())
  const [opened, setOpened] = useState<Opened | null>(null)

  const sort = ({ key, ascending }: Sorting) => {
    const wanted = SORTS.find((each) => each === (ascending ? key : `-${key}`))
    if (wanted !== undefined) setSort(wanted)
  }
  const resize = (size: number) => {
    const wanted = PAGE_SIZES.find((each) => each === size)
    if (wanted !== undefined) setLimit(wanted)
  }

  const rows = shown?.rows ?? []
  const current = new Map(rows.map((row) => [row.name, row.gateway]))
  const choose = (names: ReadonlySet<string>) =>
    setChosen(
      new Map(
        [...names].flatMap((name) => {
          const gateway = current.get(name) ?? chosen.get(name)
          return gateway ? [[name, gateway] as const] : []
        }),
      ),
    )
  const selection: Selection<GatewayRow> = {
    selected: new Set(chosen.keys()),
    onChange: choose,
    label: (row) => t('projects.select', { name: row.name }),
    reason: (row) =>
      row.addressable === null ? t('projects.foreign') : row.isBeingRemoved ? t('manage.removing') : null,
  }
  const dialogs = (
    <Dialogs
      opened={opened}
      query={query}
      onClose={() => setOpened(null)}
      onDisabled={(names) => setChosen((before) => new Map([...before].filter(([name]) => !names.has(name))))}
    />
  )
  const enable = () => setOpened({ kind: 'enable' })

  // Looked at anew, a refused list is "pending" again; what it was refused with counts until there is another answer.
  const [refusal, setRefusal] = useState<ApiError | null>(null)
  const refused = page.data === undefined && page.error && isForbidden(page.error) ? page.error : null
  const told = refused ?? (page.isPending ? refusal : null)
  if (told !== refusal) setRefusal(told)

  const pages = pageCount(shown?.total ?? 0, query.limit)
  if (shown && !page.isPlaceholderData && query.page > pages)
    return <Navigate to={{ search: withParam(search, 'page', params.page, pages).toString() }} replace />

  const content = told ? (
    <OwnProjects refusal={told} hidden={hidden} onOpen={setOpened} />
  ) : (
    <>
      <BothKindsNotice cluster={scope} hasClusterGateway={shown?.hasClusterGateway ?? false} />
      <Panel label={t('settings.project')}>
        <Toolbar
          name={query.name}
          onSearch={setName}
          hidden={hidden}
          onToggleColumn={toggle}
          exportReason={shown && shown.total > 0 ? null : t('export.nothing')}
          onExport={() => setOpened({ kind: 'export' })}
          onEnable={enable}
        />
        <QueryBoundary
          query={page}
          failed={t('projects.loadFailed')}
          waiting={<GatewayTableWaiting hidden={hidden} count={Math.min(query.limit, 10)} />}
        >
          {() =>
            shown && (
              <>
                <SelectionLine
                  total={shown.total}
                  chosen={[...chosen.values()]}
                  interval={shown.interval}
                  onDisable={() =>
                    setOpened({
                      kind: 'disable-many',
                      gateways: [...chosen].map(([name, gateway]) => current.get(name) ?? gateway),
                    })
                  }
                  onClear={() => setChosen(new Map())}
                />
                {shown.total === 0 ? (
                  <Nothing name={shown.asked.name} onClear={() => setName('')} onEnable={enable} />
                ) : (
                  <>
                    <GatewayTable
                      rows={rows}
                      hidden={hidden}
                      sorting={{ key: query.sortBy, ascending: query.ascending }}
                      onSort={sort}
                      selection={selection}
                      onAction={(action, ref, row) => setOpened({ kind: action, ref, isLegacy: row.isLegacy })}
                    />
                    <Pager
                      page={query.page}
                      pages={pages}
                      summary={t('projects.range', {
                        from: (shown.asked.page - 1) * shown.asked.limit + 1,
                        to: (shown.asked.page - 1) * shown.asked.limit + rows.length,
                        total: shown.total,
                      })}
                      sizes={PAGE_SIZES}
                      size={query.limit}
                      onSize={resize}
                      searchOf={(number) => withParam(search, 'page', params.page, number).toString()}
                    />
                  </>
                )}
              </>
            )
          }
        </QueryBoundary>
      </Panel>
    </>
  )
  // One place for the dialogs, whatever the list becomes: a form that is open keeps what is typed.
  return (
    <>
      {content}
      {dialogs}
    </>
  )
}

/** No gateway at all, or none that is looked for. */
function Nothing({ name, onClear, onEnable }: { name: string; onClear: () => void; onEnable: () => void }) {
  const { t } = useT()
  if (name !== '')
    return (
      <EmptyState
        icon={<SearchOutlined />}
        title={t('projects.noneFound', { name })}
        action={<Button onClick={onClear}>{t('projects.clearSearch')}</Button>}
      >
        {t('projects.noneFoundText')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<ApartmentOutlined />}
      title={t('projects.emptyTitle')}
      action={<EnableButton onClick={onEnable} />}
    >
      {t('projects.emptyText')}
    </EmptyState>
  )
}
