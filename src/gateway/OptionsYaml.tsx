import { Input } from 'antd'
import { useState } from 'react'
import { fromRows, type KeyValue } from '@/domain/key-values'
import { fromYaml, toYaml } from '@/domain/yaml-map'
import { useT } from '@/lib/i18n/t'
import styles from './OptionsYaml.module.css'

interface OptionsYamlProps {
  rows: readonly KeyValue[]
  onChange: (rows: readonly KeyValue[]) => void
  onUnreadable: (why: string | null) => void
}

/** The options as one text. What is no map of texts yet stays in the field, with the line that is wrong. */
export function OptionsYaml({ rows, onChange, onUnreadable }: OptionsYamlProps) {
  const { t } = useT()
  const [text, setText] = useState(() => toYaml(fromRows(rows)))
  const read = fromYaml(text)
  const error = read.kind === 'error' ? t('options.yamlError', { line: read.line, message: read.message }) : null
  const change = (next: string) => {
    setText(next)
    const map = fromYaml(next)
    if (map.kind === 'error') {
      onUnreadable(t('options.yamlError', { line: map.line, message: map.message }))
      return
    }
    onUnreadable(null)
    onChange(map.pairs.map(([key, value], index) => ({ id: `yaml:${index}:${key}`, key, value })))
  }
  return (
    <>
      <Input.TextArea
        className={styles['text'] ?? ''}
        aria-label={t('options.yamlLabel')}
        aria-invalid={error !== null}
        {...(error === null ? {} : { status: 'error' as const })}
        autoSize={{ minRows: 6, maxRows: 24 }}
        spellCheck={false}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
      {error !== null && (
        <p role="alert" className={styles['error']}>
          {error}
        </p>
      )}
    </>
  )
}
