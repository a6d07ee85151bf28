import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import type { LineLink } from '@/domain/logs/line-link'
import { useT } from '@/lib/i18n/t'
import type { LogSession } from './log-session'
import shared from './Logs.module.css'
import styles from './Tools.module.css'
import { useCounts } from './use-live'

interface FindBarProps {
  session: LogSession
  value: string
  /** The line that was found last. */
  hit: LineLink | null
  onFind: (text: string) => void
  onHit: (line: number) => void
}

/** Typing is not looking up yet, in milliseconds. */
const TYPING = 250

/** Looks for a text in the lines that are shown; all that have it are marked. */
export function FindBar({ session, value, hit: link, onFind, onHit }: FindBarProps) {
  const { t } = useT()
  useCounts(session)
  const { view } = session
  const hit = link === null ? null : (session.lineOf(link) ?? null)
  const [typed, setTyped] = useState(value)
  // What the address says when the time has come, not when the typing began: other choices may have been made since.
  const settle = useEffectEvent(() => {
    if (typed !== value) onFind(typed)
  })
  useEffect(() => {
    const timer = setTimeout(() => settle(), TYPING)
    return () => clearTimeout(timer)
  }, [typed])
  const go = (step: 1 | -1) => {
    const total = view.hitCount
    if (total === 0) return
    const at = hit === null ? (step > 0 ? 0 : total - 1) : step > 0 ? view.hitsBelow(hit + 1) : view.hitsBelow(hit) - 1
    const line = view.hitAt((at + total) % total)
    if (line !== undefined) onHit(line)
  }
  const at = hit === null ? 0 : view.hitsBelow(hit + 1)
  return (
    <div role="search" aria-label={t('logs.find')} className={styles['find']}>
      <Input
        className={styles['input'] ?? ''}
        value={typed}
        placeholder={t('logs.find')}
        aria-label={t('logs.find')}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
        }}
      />
      <Button
        aria-label={t('logs.findPrevious')}
        title={t('logs.findPrevious')}
        disabled={view.hitCount === 0}
        icon={<ArrowUpOutlined aria-hidden />}
        onClick={() => go(-1)}
      />
      <Button
        aria-label={t('logs.findNext')}
        title={t('logs.findNext')}
        disabled={view.hitCount === 0}
        icon={<ArrowDownOutlined aria-hidden />}
        onClick={() => go(1)}
      />
      <output className={shared['hint']}>
        {value !== '' &&
          (view.hitCount === 0 && !session.isBusy ? t('logs.noHits') : t('logs.hits', { at, total: view.hitCount }))}
      </output>
    </div>
  )
}
