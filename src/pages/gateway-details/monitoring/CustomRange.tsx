import { Button } from 'antd'
import { useId, useState } from 'react'
import { serverNow } from '@/api/server-clock'
import { rangeProblem, type AskedRange, type RangeProblem } from '@/domain/time-range'
import { useT } from '@/lib/i18n/t'
import { useTimeZone } from '@/lib/time-zone'
import styles from './Controls.module.css'

interface CustomRangeProps {
  range: AskedRange
  /** Seconds of it that are over. */
  length: number
  onApply: (range: AskedRange) => void
}

/** A moment as the browser's field for date and time has it: the clock on the wall, without a zone. */
function toField(at: number, isUtc: boolean): string {
  const offset = isUtc ? 0 : new Date(at * 1000).getTimezoneOffset() * 60
  return new Date((at - offset) * 1000).toISOString().slice(0, 19)
}

const fromField = (text: string, isUtc: boolean): number =>
  text === '' ? Number.NaN : Math.floor(Date.parse(isUtc ? `${text}Z` : text) / 1000)

/** From when to when, to the second. */
export function CustomRange({ range, length, onApply }: CustomRangeProps) {
  const { t } = useT()
  const isUtc = useTimeZone() === 'utc'
  const problemId = useId()
  const [typed, setTyped] = useState(() => {
    const now = serverNow()
    const [start, end] = range.kind === 'between' ? [range.start, range.end] : [now - length, now]
    return { from: toField(start, isUtc), to: toField(end, isUtc) }
  })
  const [problem, setProblem] = useState<RangeProblem | null>(null)
  const apply = () => {
    const [start, end] = [fromField(typed.from, isUtc), fromField(typed.to, isUtc)]
    const found = rangeProblem(start, end, serverNow())
    setProblem(found)
    if (found === null) onApply({ kind: 'between', start, end })
  }
  return (
    <form
      className={styles['custom']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      {(['from', 'to'] as const).map((key) => (
        <label key={key} className={styles['field']}>
          {t(`monitoring.${key}`)}
          <input
            type="datetime-local"
            step={1}
            value={typed[key]}
            aria-invalid={problem !== null}
            aria-describedby={problemId}
            onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
          />
        </label>
      ))}
      <Button htmlType="submit">{t('monitoring.apply')}</Button>
      <p id={problemId} className={styles['problem']} role="alert" hidden={problem === null}>
        {problem !== null && t(`monitoring.problem.${problem}`)}
      </p>
    </form>
  )
}
