import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Input } from 'antd'
import { useEffect, useId, useRef, useState, type ClipboardEvent } from 'react'
import { useT } from '@/lib/i18n/t'
import styles from './KeyValueEditor.module.css'

export interface EditorRow {
  readonly id: string
  readonly key: string
  readonly value: string
}

/** A key worth offering, with what it would be without being set. */
export interface KeySuggestion {
  readonly key: string
  readonly hint?: string
}

interface KeyValueEditorProps {
  /** What one row is, such as "Option": names every control. */
  noun: string
  rows: readonly EditorRow[]
  problems: ReadonlyMap<string, string>
  suggestions: readonly KeySuggestion[]
  addLabel: string
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
    // One pair is a paste of pairs only when it cannot be a value: the field it lands in is empty then.
    const intoEmpty = event.target instanceof HTMLInputElement && event.target.value === ''
    if (pairs === null || (pairs.length === 1 && !intoEmpty)) return
    event.preventDefault()
    onChange(withPairs(rows, pairs))
    setPasted(pairs.length)
  }

  return (
    <div ref={root} className={styles['editor']} onPaste={paste}>
      <ul className={styles['rows']}>
        {rows.map((row, index) => {
          const problem = problems.get(row.id)
          const position = index + 1
          const notes = `${listId}-${row.id}`
          return (
            <li key={row.id} className={styles['row']}>
              <AutoComplete
                className={styles['key'] ?? ''}
                value={row.key}
                aria-label={t('keyValue.key', { noun, position })}
                aria-invalid={problem !== undefined}
                aria-describedby={notes}
                {...(problem === undefined ? {} : { status: 'error' as const })}
                placeholder={t('keyValue.keyPlaceholder')}
                options={props.suggestions.map((suggestion) => ({ value: suggestion.key, hint: suggestion.hint }))}
                optionRender={(option) => (
                  <span className={styles['option']}>
                    <span>{option.value}</span>
                    {typeof option.data.hint === 'string' && (
                      <small className={styles['hint']}>{option.data.hint}</small>
                    )}
                  </span>
                )}
                showSearch={{
                  filterOption: (typed, option) => String(option?.value).includes(typed.trim().toLowerCase()),
                }}
                onChange={(key: string) => update(row.id, { key })}
                onBlur={() => update(row.id, { key: row.key.trim() })}
              />
              <Input
                value={row.value}
                data-wanted={row.key === props.focusedKey}
                aria-label={t('keyValue.value', { noun, position })}
                placeholder={t('keyValue.valuePlaceholder')}
                onChange={(event) => update(row.id, { value: event.target.value })}
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
