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
  return (
    <div
      role="listitem"
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
        {params.layout === 'columns' && status > 0 && !params.isWrapped ? (
          <Columns session={session} line={line} pattern={pattern} />
        ) : (
          <Text text={store.text(line)} pattern={pattern} tone={toneOf(status)} isWrapped={params.isWrapped} />
        )}
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

/** An access line as columns; what is not in the format is left out. */
function Columns({ session: { store }, line, pattern }: { session: LogSession; line: number; pattern: RegExp | null }) {
  const status = store.number('status', line)
  const duration = store.number('duration', line)
  const cell = (text: string) => <Spans spans={markHits([{ text: plainText(text) }], pattern)} />
  return (
    <>
      <span className={`${styles['status']} ${styles[`s${statusClass(status)}`]}`}>{cell(String(status))}</span>
      <span className={styles['method']}>{cell(store.value('method', line))}</span>
      <span className={styles['duration']}>{Number.isNaN(duration) ? '' : `${duration.toFixed(3)} s`}</span>
      <span className={styles['host']}>{cell(store.value('host', line))}</span>
      <span className={styles['upstream']}>{cell(store.value('upstream', line))}</span>
      <span className={styles['path']}>{cell(store.value('path', line))}</span>
    </>
  )
}
