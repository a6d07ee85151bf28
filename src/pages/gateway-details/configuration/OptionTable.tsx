import { EditOutlined } from '@ant-design/icons'
import type { ControllerOption } from '@/domain/controller-options'
import type { OptionRow } from '@/domain/option-rows'
import { OptionFindings } from '@/gateway/OptionFindings'
import { useT, type Translate } from '@/lib/i18n/t'
import { ActionButton } from '@/ui/ActionButton'
import { CopyButton } from '@/ui/CopyButton'
import { DataTable } from '@/ui/DataTable'
import { Bar } from '@/ui/Skeleton'
import styles from './OptionTable.module.css'

interface OptionTableProps {
  rows: readonly OptionRow[]
  /** Null while they are on their way. */
  meanings: Readonly<Record<string, string>> | null
  /** Why nothing can be edited, null when it can. */
  reason: string | null
  onEdit: (option: string) => void
}

/** Options with value, default, type and meaning. */
export function OptionTable({ rows, meanings, reason, onEdit }: OptionTableProps) {
  const { t } = useT()
  return (
    <DataTable
      label={t('details.configs')}
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        { key: 'option', width: '24%', title: t('config.option'), cell: (row) => <Name row={row} /> },
        { key: 'value', width: '14%', title: t('config.value'), cell: (row) => <Value row={row} /> },
        { key: 'default', width: '14%', title: t('config.default'), cell: ({ option }) => <Default option={option} /> },
        { key: 'type', title: t('config.type'), cell: ({ option }) => (option ? typeText(option, t) : '–') },
        {
          key: 'meaning',
          width: '34%',
          title: t('config.meaning'),
          cell: (row) => (row.option === null ? '–' : meanings === null ? <Bar /> : (meanings[row.name] ?? '–')),
        },
        {
          key: 'actions',
          title: t('table.actions'),
          titleHidden: true,
          nowrap: true,
          cell: (row) => (
            <span className={styles['actions']}>
              <CopyButton
                value={`${row.name}: ${row.value ?? row.option?.default ?? ''}`}
                label={t('config.copy', { name: row.name })}
              />
              <ActionButton
                type="text"
                size="small"
                icon={<EditOutlined aria-hidden />}
                aria-label={t('config.edit', { name: row.name })}
                reason={reason}
                onClick={() => onEdit(row.name)}
              />
            </span>
          ),
        },
      ]}
    />
  )
}

function Name({ row }: { row: OptionRow }) {
  return (
    <span className={styles['stack']}>
      <code className={row.value === null ? undefined : styles['set']}>{row.name}</code>
      <OptionFindings findings={row.findings} />
    </span>
  )
}

function Value({ row }: { row: OptionRow }) {
  const { t } = useT()
  if (row.value === null)
    return (
      <span className={styles['quiet']}>
        {row.option?.default ? <code>{row.option.default}</code> : t('config.noDefault')} ({t('config.byDefault')})
      </span>
    )
  return (
    <span className={styles['stack']}>
      <code className={styles['set']}>{row.value === '' ? '""' : row.value}</code>
      {row.option && row.isDefault && <small className={styles['quiet']}>{t('config.isDefault')}</small>}
    </span>
  )
}

function Default({ option }: { option: ControllerOption | null }) {
  const { t } = useT()
  if (option === null) return <span>–</span>
  return option.default === '' ? (
    <span className={styles['quiet']}>{t('config.noDefault')}</span>
  ) : (
    <code className={styles['quiet']}>{option.default}</code>
  )
}

function typeText({ type, unit, min, max, values }: ControllerOption, t: Translate): string {
  const range =
    min !== undefined && max !== undefined
      ? t('config.range', { min, max })
      : min !== undefined
        ? t('config.from', { min })
        : max !== undefined
          ? t('config.upTo', { max })
          : null
  return [values ? values.join(' | ') : type, unit, range].filter(Boolean).join(', ')
}
