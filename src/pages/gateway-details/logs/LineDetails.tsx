import { Button } from 'antd'
import { markHits, spansOf } from '@/domain/logs/log-text'
import { formatStamp } from '@/domain/logs/stamp'
import { lineLinkToParam } from '@/domain/logs/line-link'
import { translate, useT } from '@/lib/i18n/t'
import { copyText } from '@/ui/copy-text'
import { focusable } from '@/ui/focusable'
import { toast } from '@/ui/Toasts'
import { Spans } from './Spans'
import type { LogSession } from './log-session'
import styles from './LineDetails.module.css'

async function copy(done: string, text: string) {
  try {
    await copyText(text)
    toast('success', done)
  } catch (error) {
    toast('error', translate('logs.copyFailed'), error instanceof Error ? error.message : String(error))
  }
}

/** The address of this view with a line in it. */
function linkOf(session: LogSession, line: number): string {
  const url = new URL(window.location.href)
  url.searchParams.set('line', lineLinkToParam(session.linkTo(line)))
  return url.toString()
}

/** A line in full: all of its text, its fields, and what can be done with it. */
export function LineDetails({ session, line, pattern }: { session: LogSession; line: number; pattern: RegExp | null }) {
  const { t } = useT()
  const { store, format } = session
  const text = store.text(line)
  const values = store.number('status', line) > 0 ? format?.parse(text) : null
  const facts: readonly (readonly [string, string])[] = [
    [t('logs.moment'), formatStamp(store.number('time', line))],
    [t('logs.podName'), session.pods[store.number('source', line)] ?? ''],
    ...(values && format ? format.fields.map((field, index) => [`$${field}`, values[index] ?? ''] as const) : []),
  ]
  return (
    <div className={styles['details']}>
      <div className={styles['actions']}>
        <Button size="small" onClick={() => void copy(t('logs.lineCopied'), text)}>
          {t('logs.copyLine')}
        </Button>
        <Button size="small" onClick={() => void copy(t('logs.linkCopied'), linkOf(session, line))}>
          {t('logs.copyLink')}
        </Button>
      </div>
      <pre ref={focusable} className={styles['text']}>
        <Spans spans={markHits(spansOf(text), pattern)} />
      </pre>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Spans spans={markHits(spansOf(value), pattern)} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
