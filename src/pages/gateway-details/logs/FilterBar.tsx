import { CloseOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { filterToParam, regexProblem, type LineFilter } from '@/domain/logs/line-filter'
import { useT } from '@/lib/i18n/t'
import { Choice } from '@/ui/Choice'
import shared from './Logs.module.css'
import styles from './Tools.module.css'
import type { ParamChange } from './use-log-params'

interface FilterBarProps {
  filters: readonly LineFilter[]
  change: (next: ParamChange) => void
}

/** Conditions on the text of lines; all of them must hold. */
export function FilterBar({ filters, change }: FilterBarProps) {
  const { t } = useT()
  const id = useId()
  const [keep, setKeep] = useState<LineFilter['keep']>('include')
  const [kind, setKind] = useState<LineFilter['kind']>('text')
  const [value, setValue] = useState('')
  const problem = kind === 'regex' && value !== '' ? regexProblem(value) : null
  const set = (next: readonly LineFilter[]) => change({ filter: next.map(filterToParam) })
  const add = () => {
    if (value === '' || problem !== null) return
    set([...filters, { keep, kind, value }])
    setValue('')
  }
  const wordsOf = (filter: LineFilter) =>
    `${t(`logs.${filter.keep}`)} ${filter.kind === 'regex' ? `/${filter.value}/` : filter.value}`
  return (
    <form
      className={styles['filters']}
      aria-label={t('logs.filter')}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Choice
        label={t('logs.filterKeep')}
        isLabelHidden
        value={keep}
        options={[
          { value: 'include', label: t('logs.include') },
          { value: 'exclude', label: t('logs.exclude') },
        ]}
        onChange={setKeep}
      />
      <Choice
        label={t('logs.filterKind')}
        isLabelHidden
        value={kind}
        options={[
          { value: 'text', label: t('logs.kindText') },
          { value: 'regex', label: t('logs.kindRegex') },
        ]}
        onChange={setKind}
      />
      <Input
        className={styles['input'] ?? ''}
        value={value}
        placeholder={t('logs.filterText')}
        aria-label={t('logs.filterText')}
        aria-invalid={problem !== null}
        aria-describedby={id}
        {...(problem === null ? {} : { status: 'error' as const })}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button htmlType="submit" disabled={value === '' || problem !== null}>
        {t('logs.addFilter')}
      </Button>
      <p id={id} role={problem === null ? undefined : 'alert'} className={styles['problem']}>
        {problem !== null && t('logs.badRegex', { problem })}
      </p>
      {filters.length > 0 && (
        <ul className={shared['chips']}>
          {filters.map((filter, index) => (
            <li key={filterToParam(filter)}>
              <button
                type="button"
                className={shared['chip']}
                aria-label={t('logs.removeFilter', { filter: wordsOf(filter) })}
                onClick={() => set(filters.filter((_, other) => other !== index))}
              >
                {wordsOf(filter)} <CloseOutlined aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  )
}
