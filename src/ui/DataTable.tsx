import { CaretDownOutlined, CaretUpOutlined, DownOutlined, RightOutlined } from '@ant-design/icons'
import { Checkbox } from 'antd'
import { Fragment, useId, useState, type ReactNode } from 'react'
import { useT } from '@/lib/i18n/t'
import styles from './DataTable.module.css'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** For a column of buttons: its title is for screen readers only. */
  readonly titleHidden?: boolean
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end, so that they can be compared. */
  readonly align?: 'end'
  readonly sortable?: boolean
  /** A share of the table for long texts, as CSS says it. */
  readonly width?: string
  /** Short words that must not be broken. */
  readonly nowrap?: boolean
}

export interface Sorting {
  readonly key: string
  readonly ascending: boolean
}

export interface Selection<Row> {
  readonly selected: ReadonlySet<string>
  readonly onChange: (selected: ReadonlySet<string>) => void
  /** Names the checkbox of a row. */
  readonly label: (row: Row) => string
  /** Why a row cannot be selected; null when it can. */
  readonly reason?: (row: Row) => string | null
}

interface DataTableProps<Row> {
  /** Names the table. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sorting?: Sorting
  onSort?: (sorting: Sorting) => void
  selection?: Selection<Row>
  /** What a row shows when it is opened, and how the button that opens it is called. */
  details?: { readonly label: (row: Row) => string; readonly render: (row: Row) => ReactNode }
}

/** Rows under columns; in narrow windows every row becomes a card: its first column as the head, the others as labelled values. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, selection, details } = props
  const { t } = useT()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const selectable = selection ? rows.filter((row) => (selection.reason?.(row) ?? null) === null).map(rowKey) : []
  const chosenHere = selectable.filter((key) => selection?.selected.has(key))
  const span = columns.length + (selection ? 1 : 0) + (details ? 1 : 0)

  return (
    <div className={styles['frame']}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            {details && (
              <th scope="col" className={styles['narrow']}>
                <span className="visually-hidden">{t('table.details')}</span>
              </th>
            )}
            {selection && (
              <th scope="col" className={styles['narrow']}>
                <Checkbox
                  aria-label={t('table.selectPage')}
                  checked={chosenHere.length > 0 && chosenHere.length === selectable.length}
                  indeterminate={chosenHere.length > 0 && chosenHere.length < selectable.length}
                  disabled={selectable.length === 0}
                  onChange={(event) =>
                    selection.onChange(toggled(selection.selected, selectable, event.target.checked))
                  }
                />
              </th>
            )}
            {columns.map((column) => (
              <Heading key={column.key} column={column} sorting={props.sorting} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row)
            const isOpen = opened.has(key)
            return (
              <Fragment key={key}>
                <tr data-selected={selection?.selected.has(key)}>
                  {details && (
                    <td className={styles['narrow']}>
                      <OpenButton
                        label={details.label(row)}
                        isOpen={isOpen}
                        onToggle={() => setOpened(toggled(opened, [key], !isOpen))}
                      />
                    </td>
                  )}
                  {selection && (
                    <td className={styles['narrow']}>
                      <RowCheckbox row={row} rowKey={key} selection={selection} />
                    </td>
                  )}
                  {columns.map((column, index) => (
                    <td
                      key={column.key}
                      data-part={index === 0 ? 'head' : column.titleHidden ? 'buttons' : undefined}
                      data-label={column.titleHidden ? undefined : column.title}
                      data-align={column.align}
                      data-nowrap={column.nowrap}
                    >
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
                {details && isOpen && (
                  <tr className={styles['opened']}>
                    <td colSpan={span}>{details.render(row)}</td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function toggled(set: ReadonlySet<string>, keys: readonly string[], on: boolean): ReadonlySet<string> {
  const next = new Set(set)
  for (const key of keys) {
    if (on) next.add(key)
    else next.delete(key)
  }
  return next
}

function Heading<Row>({
  column,
  sorting,
  onSort,
}: {
  column: Column<Row>
  sorting: Sorting | undefined
  onSort: ((sorting: Sorting) => void) | undefined
}) {
  const isSorted = sorting?.key === column.key
  const direction = isSorted ? (sorting.ascending ? 'ascending' : 'descending') : 'none'
  if (!column.sortable || !onSort)
    return (
      <th scope="col" data-align={column.align} style={{ width: column.width }}>
        {column.titleHidden ? <span className="visually-hidden">{column.title}</span> : column.title}
      </th>
    )
  return (
    <th scope="col" aria-sort={direction} data-align={column.align}>
      <button
        type="button"
        className={styles['sort']}
        onClick={() => onSort({ key: column.key, ascending: isSorted ? !sorting.ascending : true })}
      >
        {column.title}
        {direction === 'descending' ? (
          <CaretDownOutlined aria-hidden />
        ) : (
          <CaretUpOutlined aria-hidden data-shown={isSorted} />
        )}
      </button>
    </th>
  )
}

function OpenButton({ label, isOpen, onToggle }: { label: string; isOpen: boolean; onToggle: () => void }) {
  return (
    <button type="button" className={styles['open']} aria-label={label} aria-expanded={isOpen} onClick={onToggle}>
      {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
    </button>
  )
}

function RowCheckbox<Row>({ row, rowKey, selection }: { row: Row; rowKey: string; selection: Selection<Row> }) {
  const id = useId()
  const reason = selection.reason?.(row) ?? null
  return (
    <>
      <Checkbox
        aria-label={selection.label(row)}
        checked={selection.selected.has(rowKey)}
        disabled={reason !== null}
        {...(reason === null ? {} : { title: reason, 'aria-describedby': id })}
        onChange={(event) => selection.onChange(toggled(selection.selected, [rowKey], event.target.checked))}
      />
      {reason !== null && (
        <span id={id} className="visually-hidden">
          {reason}
        </span>
      )}
    </>
  )
}
