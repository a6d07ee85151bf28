import { ExportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { openLogExport } from '@/api/logs'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { languageTag, translate, useT } from '@/lib/i18n/t'
import { fileName, openFile } from '@/lib/save-file'
import { failureDetail, failureTitle } from '@/ui/FailureNotice'
import { toast } from '@/ui/Toasts'
import styles from './ExportButton.module.css'
import shared from './Logs.module.css'
import type { SearchFeed } from './search-feed'

interface Progress {
  readonly bytes: number
  readonly lines: number
}

const NEW_LINE = 10

const linesIn = (part: Uint8Array) => part.reduce((sum, byte) => (byte === NEW_LINE ? sum + 1 : sum), 0)

const formatSize = (bytes: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1_000_000)

/** Saves all that the search finds as a file, part by part while it comes. */
export function ExportButton({ feed, total }: { feed: SearchFeed; total: number }) {
  const { t, language } = useT()
  const { ref, gateway } = useGatewayHere()
  const [progress, setProgress] = useState<Progress | null>(null)
  const stop = useRef<AbortController>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const number = new Intl.NumberFormat(languageTag(language))
  const linesOf = (lines: number) => t('logs.exportLines', { lines: number.format(lines), total: number.format(total) })
  const run = async () => {
    const file = await openFile(fileName(gateway.metadata.name, 'log'), 'text/plain')
    if (file === null) return
    const control = new AbortController()
    stop.current = control
    let done: Progress = { bytes: 0, lines: 0 }
    setProgress(done)
    try {
      const stream = await openLogExport(ref, feed.search(), control.signal)
      const reader = stream.getReader()
      control.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined))
      for (;;) {
        const part = await reader.read()
        control.signal.throwIfAborted()
        if (part.done) break
        await file.write(part.value)
        done = { bytes: done.bytes + part.value.length, lines: done.lines + linesIn(part.value) }
        setProgress(done)
      }
      await file.close()
      toast('success', t('logs.exportDone'), linesOf(done.lines))
    } catch (error) {
      await file.abort()
      // Cancelled: nothing to tell, the reader knows.
      if (control.signal.aborted) return
      const told = error instanceof Error ? error : new Error(String(error))
      toast('error', translate('logs.exportFailed'), `${failureTitle(told, translate)} ${failureDetail(told)}`)
    } finally {
      setProgress(null)
    }
  }

  if (progress === null)
    return (
      <Button icon={<ExportOutlined aria-hidden />} disabled={total === 0} onClick={() => void run()}>
        {t('logs.export')}
      </Button>
    )
  return (
    <span className={styles['export']}>
      <progress max={Math.max(total, 1)} value={Math.min(progress.lines, total)} aria-label={t('logs.export')} />
      <output>
        {t('logs.exporting', { size: formatSize(progress.bytes, languageTag(language)) })} · {linesOf(progress.lines)}
      </output>
      {/* Only some browsers can write to a file on disk while it comes. */}
      {window.showSaveFilePicker === undefined && <span className={shared['hint']}>{t('logs.exportMemory')}</span>}
      <Button onClick={() => stop.current?.abort()}>{t('logs.exportCancel')}</Button>
    </span>
  )
}
