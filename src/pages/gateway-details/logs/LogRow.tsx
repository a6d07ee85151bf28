import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { statusClass } from '@/domain/logs/access-line'
import { markHits, plainText, spansOf } from '@/domain/logs/log-text'
import { useT } from '@/lib/i18n/t'
import { formatClock } from './clock'
import { LineDetails } from './LineDetails'
import type { LogSession } from './log-session'
import styles from './LogRow.module.css'
import { podColour } from './pod-colour'
import { Spans } from './Spans'
import type { LogParams } from './use-log-params'

/** What a row shows of a long line at most, in characters. The rest is told, and shown when it is unfolded. */
const LONGEST = 2_000

interface LogRowProps {
  session: LogSession
  line: number
  params: LogParams
  pattern: RegExp | null
  isUnfolded: boolean
  /** Whether it is the one that was found last. */
  isHit: boolean
  onFold: (line: number | null) => void
}

/** One line. */
export function LogRow({ session, line, params, pattern, isUnfolded, isHit, onFold }: LogRowProps) {
  const { t } = useT()
  const { store } = session
  const source = store.number('source', line)
  const status = store.number('status', line)
  const time = store.number('time', line)
  const clock = formatClock(time, params.stamps === 'utc')
  const pod = session.pods[source] ?? ''
  const isInColumns = params.layout === 'columns' && status > 0 && !params.isWrapped
  const text = store.text(line)
  const shown = isInColumns ? cellsOf(session, line) : [text.slice(0, LONGEST)]
  const has = (part: string) => pattern?.test(plainText(part)) === true
  // Every line that is counted has a mark. Unfolded, it is in the text below.
  const isHitHidden = pattern !== null && !isUnfolded && !shown.some(has) && has(text)
  return (
    <div
      role="listitem"
      aria-current={isHit ? 'true' : undefined}
      className={`${styles['row']} ${isHit ? styles['found'] : ''} ${isUnfolded ? styles['open'] : ''}`}
    >
      <div className={styles['line']}>
        <button
          type="button"
          tabIndex={isUnfolded ? 0 : -1}
          data-line
          className={styles['fold']}
          style={{ borderColor: podColour(source) }}
          aria-expanded={isUnfolded}
          aria-label={t(isUnfolded ? 'logs.fold' : 'logs.unfold', { time: clock })}
          onClick={() => onFold(isUnfolded ? null : line)}
        >
          {isUnfolded ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
        </button>
        {params.stamps !== 'off' && <time className={styles['stamp']}>{clock}</time>}
        {params.hasNames && (
          <span className={styles['pod']} style={{ color: podColour(source) }} title={pod}>
            {pod.slice(-5)}
          </span>
        )}
        {isInColumns ? (
          <Columns session={session} line={line} pattern={pattern} />
        ) : (
          <Text text={text} pattern={pattern} tone={toneOf(status)} isWrapped={params.isWrapped} />
        )}
        {isHitHidden && <mark className={styles['hidden']}>{t('logs.hitHidden')}</mark>}
      </div>
      {isUnfolded && <LineDetails session={session} line={line} pattern={pattern} />}
    </div>
  )
}

const toneOf = (status: number) => (status >= 500 ? styles['error'] : status >= 400 ? styles['warning'] : undefined)

function Text({
  text,
  pattern,
  tone,
  isWrapped,
}: {
  text: string
  pattern: RegExp | null
  tone: string | undefined
  isWrapped: boolean
}) {
  const { t } = useT()
  const rest = text.length - LONGEST
  return (
    <span className={`${styles['text']} ${isWrapped ? styles['wrapped'] : ''} ${tone ?? ''}`}>
      <Spans spans={markHits(spansOf(rest > 0 ? text.slice(0, LONGEST) : text), pattern)} />
      {rest > 0 && <small className={styles['more']}> {t('logs.longer', { count: rest })}</small>}
    </span>
  )
}

/** The columns of an access line: status, method, duration, host, upstream, path; '' for what is not in the format. */
function cellsOf({ store }: LogSession, line: number) {
  const duration = store.number('duration', line)
  return [
    String(store.number('status', line)),
    store.value('method', line),
    Number.isNaN(duration) ? '' : `${duration.toFixed(3)} s`,
    store.value('host', line),
    store.value('upstream', line),
    store.value('path', line),
  ] as const
}

/** An access line as columns. */
function Columns({ session, line, pattern }: { session: LogSession; line: number; pattern: RegExp | null }) {
  const [status, method, duration, host, upstream, path] = cellsOf(session, line)
  const cell = (text: string) => <Spans spans={markHits([{ text: plainText(text) }], pattern)} />
  return (
    <>
      <span className={`${styles['status']} ${styles[`s${statusClass(Number(status))}`]}`}>{cell(status)}</span>
      <span className={styles['method']}>{cell(method)}</span>
      <span className={styles['duration']}>{cell(duration)}</span>
      <span className={styles['host']}>{cell(host)}</span>
      <span className={styles['upstream']}>{cell(upstream)}</span>
      <span className={styles['path']}>{cell(path)}</span>
    </>
  )
}
