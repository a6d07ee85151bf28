import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Input } from 'antd'
import { useEffect, useId, useRef, useState, type ClipboardEvent, type ReactNode } from 'react'
import { useT } from '@/lib/i18n/t'
import styles from './KeyValueEditor.module.css'

export interface EditorRow {
  readonly id: string
  readonly key: string
  readonly value: string
}

/** A key worth offering: with a few words on it, below the name of its group. */
export interface KeySuggestion {
  readonly key: string
  readonly hint?: string
  readonly group?: string
}

/** What a field for a value takes over from the editor. */
export interface ValueFieldProps {
  'aria-label': string
  'data-wanted': boolean
  value: string
  onChange: (value: string) => void
}

interface KeyValueEditorProps {
  /** What one row is, such as "Option": names every control. */
  noun: string
  rows: readonly EditorRow[]
  problems: ReadonlyMap<string, string>
  suggestions: readonly KeySuggestion[]
  addLabel: string
  /** The field for the value of a row that is more than a text; null for a text. */
  valueField?: (row: EditorRow, field: ValueFieldProps) => ReactNode | null
  /** What is to be said below a row. */
  note?: (row: EditorRow) => ReactNode
  /** Keys are long: the value stands below its key, not beside it. */
  hasLongKeys?: boolean
  /** The row whose value has the focus when the editor opens. */
  focusedKey?: string
  onChange: (rows: readonly EditorRow[]) => void
  /** Pairs of a pasted text, null when it is an ordinary text. */
  parsePaste: (text: string) => readonly (readonly [string, string])[] | null
}

let lastId = 0
const newRow = (key = '', value = ''): EditorRow => ({ id: `new:${++lastId}`, key, value })
const isBlank = (row: EditorRow) => row.key === '' && row.value === ''

/** Pasted pairs: a known key gets the new value, the others become rows. */
function withPairs(rows: readonly EditorRow[], pairs: readonly (readonly [string, string])[]): readonly EditorRow[] {
  const pasted = new Map(pairs)
  const kept = rows.filter((row) => !isBlank(row)).map((row) => ({ ...row, value: pasted.get(row.key) ?? row.value }))
  const known = new Set(kept.map((row) => row.key))
  return [...kept, ...[...pasted].filter(([key]) => !known.has(key)).map(([key, value]) => newRow(key, value))]
}

/** Rows of keys and values, with suggestions, errors at the row, and paste of many lines at once. */
export function KeyValueEditor(props: KeyValueEditorProps) {
  const { noun, rows, problems, onChange } = props
  const { t } = useT()
  const [pasted, setPasted] = useState<number | null>(null)
  const listId = useId()
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => root.current?.querySelector<HTMLElement>('[data-wanted="true"]')?.focus(), [])
  const update = (id: string, change: Partial<EditorRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...change } : row)))

  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    const pairs = props.parsePaste(text)
    // What lands in a value may look like pairs and is the value all the same; one pair may be a correction of a key.
    const field = event.target
    const isKey = field instanceof HTMLInputElement && field.closest('[data-key]') !== null
    if (pairs === null || !isKey || (pairs.length === 1 && field.value !== '')) return
    event.preventDefault()
    onChange(withPairs(rows, pairs))
    setPasted(pairs.length)
  }

  return (
    <div ref={root} className={`${styles['editor']} ${props.hasLongKeys ? styles['longKeys'] : ''}`} onPaste={paste}>
      <ul className={styles['rows']}>
        {rows.map((row, index) => {
          const problem = problems.get(row.id)
          const position = index + 1
          const notes = `${listId}-${row.id}`
          return (
            <li key={row.id} className={styles['row']}>
              <AutoComplete<string, Offer>
                data-key
                className={styles['key'] ?? ''}
                value={row.key}
                aria-label={t('keyValue.key', { noun, position })}
                aria-invalid={problem !== undefined}
                aria-describedby={notes}
                {...(problem === undefined ? {} : { status: 'error' as const })}
                placeholder={t('keyValue.keyPlaceholder')}
                options={grouped(props.suggestions)}
                popupMatchSelectWidth={420}
                optionRender={(option) => (
                  <span className={styles['option']}>
                    <span>{option.value}</span>
                    {option.data.hint && <small className={styles['hint']}>{option.data.hint}</small>}
                  </span>
                )}
                showSearch={{
                  filterOption: (typed, offer) => offer?.search?.includes(typed.trim().toLowerCase()) ?? false,
                }}
                onChange={(key: string) => update(row.id, { key })}
              />
              <ValueField
                row={row}
                render={props.valueField}
                field={{
                  'aria-label': t('keyValue.value', { noun, position }),
                  'data-wanted': row.key === props.focusedKey,
                  value: row.value,
                  onChange: (value) => update(row.id, { value }),
                }}
              />
              <Button
                type="text"
                icon={<CloseOutlined aria-hidden />}
                aria-label={t('keyValue.remove', { noun, name: row.key || String(position) })}
                onClick={() => onChange(rows.filter((other) => other.id !== row.id))}
              />
              <p id={notes} role={problem === undefined ? undefined : 'alert'} className={styles['problem']}>
                {problem}
              </p>
              {props.note && <div className={styles['note']}>{props.note(row)}</div>}
            </li>
          )
        })}
      </ul>
      <div className={styles['foot']}>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...rows, newRow()])}>
          {props.addLabel}
        </Button>
        <output className={styles['tip']}>
          {pasted === null ? t('keyValue.pasteTip') : t('keyValue.pasted', { count: pasted })}
        </output>
      </div>
    </div>
  )
}

interface Offer {
  value?: string
  label?: string
  hint?: string
  /** What typing is compared with. */
  search?: string
  options?: Offer[]
}

/** Suggestions in their groups, in the order in which the groups come. */
function grouped(suggestions: readonly KeySuggestion[]): Offer[] {
  const offer = ({ key, hint = '' }: KeySuggestion): Offer => ({
    value: key,
    hint,
    search: `${key} ${hint}`.toLowerCase(),
  })
  const groups = [...new Set(suggestions.map((suggestion) => suggestion.group))]
  return groups.flatMap((group) => {
    const options = suggestions.filter((suggestion) => suggestion.group === group).map(offer)
    return group === undefined ? options : [{ label: group, options }]
  })
}

function ValueField({
  row,
  render,
  field,
}: {
  row: EditorRow
  render: KeyValueEditorProps['valueField']
  field: ValueFieldProps
}) {
  const { t } = useT()
  // A text does not turn into another field under the cursor, once it happens to fit.
  const [isTyping, setTyping] = useState(false)
  const special = isTyping ? null : (render?.(row, field) ?? null)
  if (special !== null) return special
  return (
    <Input
      {...field}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
      placeholder={t('keyValue.valuePlaceholder')}
      onChange={(event) => field.onChange(event.target.value)}
    />
  )
}
