import { Input, Segmented, Select, Switch } from 'antd'
import { useState } from 'react'
import { categories, controllerOptions, isKnownTo, optionByName } from '@/domain/controller-options'
import type { KeyProblem, KeyValue } from '@/domain/key-values'
import { checkOption } from '@/domain/option-check'
import { withDefaults } from '@/domain/option-rows'
import { parsePairs } from '@/domain/pasted-pairs'
import { useT } from '@/lib/i18n/t'
import { FieldGroup } from '@/ui/Field'
import { KeyValueEditor, type EditorRow, type ValueFieldProps } from '@/ui/KeyValueEditor'
import { OptionFindings } from './OptionFindings'
import styles from './OptionsField.module.css'
import { OptionsYaml } from './OptionsYaml'
import { useOptionMeanings } from './use-option-meanings'

interface OptionsFieldProps {
  rows: readonly KeyValue[]
  problems: ReadonlyMap<string, KeyProblem>
  problemTexts: ReadonlyMap<string, string>
  /** The controller's version, null when it is not known. */
  version: string | null
  focusedOption: string | undefined
  /** Another number shows rows again that were put there from outside. */
  revision: number
  onChange: (rows: readonly KeyValue[]) => void
  /** A text that is being typed and is no map yet, in words; null when there is none. */
  onUnreadable: (why: string | null) => void
}

/** The controller's options, as fields that fit their type or as YAML, each with what is to be said of it. */
export function OptionsField(props: OptionsFieldProps) {
  const { rows, problems, version, onChange } = props
  const { t } = useT()
  const meanings = useOptionMeanings().data
  const [view, setView] = useState<'fields' | 'yaml'>('fields')
  const [isUnreadable, setUnreadable] = useState(false)
  const suggestions = categories.flatMap((category) =>
    controllerOptions
      .filter((option) => option.category === category && isKnownTo(option, version))
      .map((option) => ({
        key: option.name,
        hint: [meanings?.[option.name], t('options.default', { value: option.default || t('options.noDefault') })]
          .filter(Boolean)
          .join(' '),
        group: t(`category.${category}`),
      })),
  )
  const hasProblems = problems.size > 0
  return (
    <FieldGroup legend={t('options.label')} help={t('options.help')}>
      <Segmented
        className={styles['view'] ?? ''}
        aria-label={t('options.view')}
        value={view}
        options={[
          { value: 'fields', label: t('options.asFields'), disabled: isUnreadable },
          { value: 'yaml', label: t('options.asYaml'), disabled: hasProblems },
        ]}
        onChange={setView}
      />
      {view === 'yaml' ? (
        <OptionsYaml
          key={props.revision}
          rows={rows}
          onChange={onChange}
          onUnreadable={(why) => {
            setUnreadable(why !== null)
            props.onUnreadable(why)
          }}
        />
      ) : (
        <KeyValueEditor
          noun={t('options.noun')}
          addLabel={t('options.add')}
          rows={rows}
          problems={props.problemTexts}
          suggestions={suggestions}
          parsePaste={parsePairs}
          valueField={typedField}
          note={(row) => <OptionNote row={row} version={version} meaning={meanings?.[row.key]} />}
          {...(props.focusedOption === undefined ? {} : { focusedKey: props.focusedOption })}
          onChange={(next) => onChange(withDefaults(rows, next))}
        />
      )}
    </FieldGroup>
  )
}

/** The field that fits the type of an option; null where a line of text does, or where the value does not fit. */
function typedField(row: EditorRow, { value, onChange, ...field }: ValueFieldProps) {
  const option = optionByName(row.key)
  if (option?.type === 'bool' && (value === 'true' || value === 'false'))
    return (
      <span>
        <Switch {...field} checked={value === 'true'} onChange={(on) => onChange(String(on))} />
      </span>
    )
  if (option?.values && !option.multi && option.values.includes(value))
    return (
      <Select
        {...field}
        value={value}
        options={option.values.map((choice) => ({ value: choice, label: choice }))}
        onChange={onChange}
      />
    )
  if (option?.format?.includes('multiline'))
    return (
      <Input.TextArea
        {...field}
        value={value}
        autoSize={{ minRows: 2, maxRows: 12 }}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return null
}

/** What an option does, what it would be without being set, and what is to be said of what is typed. */
function OptionNote({
  row,
  version,
  meaning,
}: {
  row: EditorRow
  version: string | null
  meaning: string | undefined
}) {
  const { t } = useT()
  if (row.key.trim() === '') return null
  const option = optionByName(row.key)
  const unit = option?.unit?.split(' ')[0]
  return (
    <>
      {option && (
        <p className={styles['meaning']}>
          {meaning} {t('options.default', { value: option.default || t('options.noDefault') })}
          {unit !== undefined && ` (${unit})`}
        </p>
      )}
      <OptionFindings findings={checkOption(row.key, row.value, version)} />
    </>
  )
}
