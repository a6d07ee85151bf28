import { DownloadOutlined, PlusOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCluster } from '@/gateway/ClusterContext'
import { preloadDialogs } from '@/gateway/lazy-dialogs'
import { useDenials } from '@/gateway/use-access'
import { useT } from '@/lib/i18n/t'
import { ActionButton } from '@/ui/ActionButton'
import { MenuButton } from '@/ui/MenuButton'
import { SearchField } from '@/ui/SearchField'
import { columnTitles, optionalColumns } from './columns'
import styles from './Toolbar.module.css'

interface ToolbarProps {
  name: string
  onSearch: (name: string) => void
  hidden: ReadonlySet<string>
  onToggleColumn: (key: string) => void
  /** Why there is nothing to export; null when there is. */
  exportReason: string | null
  onExport: () => void
  onEnable: () => void
}

/** What one does with the whole table: search, choose columns, take it along, add a gateway. */
export function Toolbar(props: ToolbarProps) {
  const { t } = useT()
  return (
    <div className={styles['bar']}>
      <search className={styles['search']}>
        <SearchField label={t('projects.search')} value={props.name} onSearch={props.onSearch} />
      </search>
      <div className={styles['buttons']}>
        <ColumnsMenu hidden={props.hidden} onToggle={props.onToggleColumn} />
        <ActionButton icon={<DownloadOutlined aria-hidden />} reason={props.exportReason} onClick={props.onExport}>
          {t('export.action')}
        </ActionButton>
        <EnableButton onClick={props.onEnable} />
      </div>
    </div>
  )
}

export function ColumnsMenu({ hidden, onToggle }: { hidden: ReadonlySet<string>; onToggle: (key: string) => void }) {
  const { t } = useT()
  const items = optionalColumns.map((key) => ({
    label: t(columnTitles[key]),
    checked: !hidden.has(key),
    isToggle: true,
    onChoose: () => onToggle(key),
  }))
  return (
    <MenuButton label={t('projects.columns')} groups={[{ items }]} align="end">
      {(trigger) => (
        <Button icon={<TableOutlined aria-hidden />} {...trigger}>
          {t('projects.columns')}
        </Button>
      )}
    </MenuButton>
  )
}

export function EnableButton({ onClick }: { onClick: () => void }) {
  const { t } = useT()
  const { scope } = useCluster()
  const denials = useDenials({ cluster: scope, project: null }, { inAny: true })
  return (
    <span onPointerEnter={preloadDialogs}>
      <ActionButton type="primary" icon={<PlusOutlined aria-hidden />} reason={denials.enable} onClick={onClick}>
        {t('enableProject.action')}
      </ActionButton>
    </span>
  )
}
