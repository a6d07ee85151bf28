import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { workloadQueries } from '@/api/workloads'
import { gatewayName } from '@/domain/gateway'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { useT } from '@/lib/i18n/t'
import { Choice } from '@/ui/Choice'
import shared from './Logs.module.css'
import { shortPodName } from './pod-colour'
import styles from './SearchForm.module.css'
import { rangeNames, rangeToParam, resolveRange } from './search-range'
import { refreshNames, type LogParams, type ParamChange } from './use-log-params'

interface SearchFormProps {
  params: LogParams
  change: (next: ParamChange) => void
  /** Asked again for what is asked for already. */
  onSearch: () => void
}

const MINUTE = 60_000

/** A moment as the browser's own field for it wants it, in the reader's zone. */
const toField = (at: number) => {
  const date = new Date(at)
  return new Date(at - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16)
}

/** What is searched for, when, and how often. */
export function SearchForm({ params, change, onSearch }: SearchFormProps) {
  const { t } = useT()
  const { ref } = useGatewayHere()
  const id = useId()
  const pods = useQuery(workloadQueries.pods(ref))
  const [keywords, setKeywords] = useState(params.keywords)
  const { range } = params
  const isCustom = typeof range === 'object'
  const names = (pods.data?.items ?? []).map((pod) => pod.metadata.name).toSorted()

  const submit = () => {
    if (keywords === params.keywords) onSearch()
    else change({ q: keywords, line: null })
  }
  const setMoment = (which: 'from' | 'to', value: string) => {
    const at = Date.parse(value)
    if (!isCustom || Number.isNaN(at)) return
    const next = { ...range, [which]: at }
    if (next.from < next.to) change({ range: rangeToParam(next), line: null })
  }

  return (
    <form
      role="search"
      aria-label={t('logs.search')}
      className={styles['searchForm']}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={styles['keywords']}>
        <label htmlFor={id}>{t('logs.keywords')}</label>
        <Input
          id={id}
          value={keywords}
          aria-describedby={`${id}-help`}
          onChange={(event) => setKeywords(event.target.value)}
        />
        <Button htmlType="submit" type="primary">
          {t('logs.searchNow')}
        </Button>
      </div>
      <p id={`${id}-help`} className={shared['hint']}>
        {t('logs.keywordsHelp')}
      </p>
      <div className={shared['bar']}>
        <Choice
          label={t('logs.searchPod')}
          value={params.searchPod}
          options={[
            { value: '', label: t('logs.allPods') },
            ...[...new Set([...names, ...(params.searchPod === '' ? [] : [params.searchPod])])].map((name) => ({
              value: name,
              label: shortPodName(name, gatewayName(ref)),
            })),
          ]}
          onChange={(pod) => change({ pod, line: null })}
        />
        <Choice
          label={t('logs.range')}
          value={isCustom ? 'custom' : range}
          options={[...rangeNames, 'custom' as const].map((name) => ({ value: name, label: t(`logs.range.${name}`) }))}
          onChange={(name) => {
            const now = resolveRange(range, Date.now())
            change({
              range: name === 'custom' ? rangeToParam({ from: now.from * 1000, to: now.to * 1000 }) : name,
              line: null,
              between: null,
            })
          }}
        />
        {isCustom && (
          <>
            <Moment label={t('logs.from')} at={range.from} onChange={(value) => setMoment('from', value)} />
            <Moment label={t('logs.to')} at={range.to} onChange={(value) => setMoment('to', value)} />
          </>
        )}
        <Choice
          label={t('logs.refresh')}
          value={params.refresh}
          options={refreshNames.map((name) => ({ value: name, label: t(`logs.refresh.${name}`) }))}
          onChange={(refresh) => change({ refresh: refresh === 'off' ? null : refresh })}
        />
      </div>
    </form>
  )
}

function Moment({ label, at, onChange }: { label: string; at: number; onChange: (value: string) => void }) {
  const id = useId()
  return (
    <span className={styles['moment']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        defaultValue={toField(at)}
        onBlur={(event) => onChange(event.target.value)}
      />
    </span>
  )
}
