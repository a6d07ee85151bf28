import { Button, Select, Switch } from 'antd'
import { checkAnnotation, type AnnotationFinding } from '@/domain/annotation-check'
import type { KeyValue } from '@/domain/key-values'
import { annotationsOf, isKeyOf } from '@/domain/lb-annotations'
import { parsePairs } from '@/domain/pasted-pairs'
import { useT, type Translate } from '@/lib/i18n/t'
import { FieldGroup } from '@/ui/Field'
import { KeyValueEditor, type EditorRow, type ValueFieldProps } from '@/ui/KeyValueEditor'
import { StatusText } from '@/ui/StatusText'
import styles from './AnnotationsField.module.css'

interface AnnotationsFieldProps {
  rows: readonly KeyValue[]
  problems: ReadonlyMap<string, string>
  /** The stored value of the provider; '' for none. */
  provider: string
  onChange: (rows: readonly KeyValue[]) => void
}

/** The annotations of the Service: those of the provider are offered, fit their type, and can be repaired. */
export function AnnotationsField({ rows, problems, provider, onChange }: AnnotationsFieldProps) {
  const { t } = useT()
  const known = annotationsOf(provider)
  const typedField = (row: EditorRow, { value, onChange: change, ...field }: ValueFieldProps) => {
    const annotation = known.find((each) => isKeyOf(each, row.key))
    if (annotation?.type === 'boolean' && (value === 'true' || value === 'false'))
      return (
        <span>
          <Switch {...field} checked={value === 'true'} onChange={(on) => change(String(on))} />
        </span>
      )
    if (annotation?.values?.includes(value))
      return (
        <Select
          {...field}
          value={value}
          options={annotation.values.map((choice) => ({ value: choice, label: choice }))}
          onChange={change}
        />
      )
    return null
  }
  const rename = (row: EditorRow, key: string) =>
    onChange(rows.map((each) => (each.id === row.id ? { ...each, key } : each)))
  return (
    <FieldGroup legend={t('annotations.label')} help={t('annotations.help')}>
      <KeyValueEditor
        hasLongKeys
        noun={t('annotations.noun')}
        addLabel={t('annotations.add')}
        rows={rows}
        problems={problems}
        suggestions={known.map((annotation) => ({
          key: annotation.key,
          hint: [annotation.type, annotation.values?.join(' | '), annotation.unit].filter(Boolean).join(', '),
          group: annotation.common ? t('annotations.common') : t('annotations.others'),
        }))}
        parsePaste={parsePairs}
        valueField={typedField}
        note={(row) => (
          <Findings
            findings={checkAnnotation(row.key, row.value, provider)}
            onRepair={(repaired) => rename(row, repaired)}
          />
        )}
        onChange={onChange}
      />
    </FieldGroup>
  )
}

function Findings({ findings, onRepair }: { findings: readonly AnnotationFinding[]; onRepair: (key: string) => void }) {
  const { t } = useT()
  if (findings.length === 0) return null
  return (
    <ul className={styles['findings']}>
      {findings.map((finding) => {
        const repaired = 'repaired' in finding ? finding.repaired : null
        return (
          <li key={finding.kind} className={styles['finding']}>
            <StatusText tone={finding.kind === 'deprecated' ? 'warning' : 'error'}>
              <span className={styles['text']}>{findingText(finding, t)}</span>
            </StatusText>
            {repaired !== null && (
              <Button size="small" onClick={() => onRepair(repaired)}>
                {t('annotations.repair', { key: repaired })}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function findingText(finding: AnnotationFinding, t: Translate): string {
  switch (finding.kind) {
    case 'stray-space':
      return t('annotations.straySpace')
    case 'misspelt':
      return t('annotations.misspelt')
    case 'deprecated':
      return t('finding.deprecated')
    case 'read-only':
      return t('annotations.readOnly')
    case 'wrong-value':
      return t(`annotations.wrong.${finding.expected}`)
    case 'not-a-choice':
      return t('finding.choice', { values: finding.values.join(' | ') })
    case 'out-of-range': {
      const { min, max } = finding
      if (min !== null && max !== null) return t('finding.range', { min, max })
      return min === null ? t('finding.atMost', { max: max ?? '' }) : t('finding.atLeast', { min })
    }
  }
}
