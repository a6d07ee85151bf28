import { useEffect, useImperativeHandle, useMemo, useRef, type KeyboardEvent, type Ref } from 'react'
import { textPattern } from '@/domain/logs/line-filter'
import { lineLinkToParam, type LineLink } from '@/domain/logs/line-link'
import { useT } from '@/lib/i18n/t'
import { VirtualList } from '@/ui/VirtualList'
import { LogRow } from './LogRow'
import type { LogSession } from './log-session'
import styles from './LogViewer.module.css'
import { useLines } from './use-live'
import type { LogParams, ParamChange } from './use-log-params'

export interface LineListHandle {
  /** Brings a line into view. */
  readonly show: (line: number) => void
}

interface LineListProps {
  session: LogSession
  params: LogParams
  change: (next: ParamChange) => void
  /** The line that was found last. */
  hit: LineLink | null
  isReady: boolean
  isFollowing: boolean
  onFollow: (follows: boolean) => void
  onStart?: () => void
  ref: Ref<LineListHandle>
}

/** By what a line is found again when others came before it. */
interface Token {
  readonly line: number
  readonly epoch: number
  readonly link: LineLink
}

/** Arrow keys on the button of a line go to the line above or below. */
function move(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  const { activeElement } = document
  if (step === undefined || !activeElement?.hasAttribute('data-line')) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')]
  const next = buttons[buttons.findIndex((button) => button === activeElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** The lines themselves. Drawn anew in every frame in which some came, so nothing else is in here. */
export function LineList({
  session,
  params,
  change,
  hit,
  isReady,
  isFollowing,
  onFollow,
  onStart,
  ref,
}: LineListProps) {
  const { t } = useT()
  useLines(session)
  const { view, store } = session
  const list = useRef<VirtualList<Token>>(null)

  const linked = params.line === null ? undefined : session.lineOf(params.line)
  const linkedRow = linked === undefined ? -1 : view.rowOf(linked)
  const isLinkShown = linked !== undefined && view.lineAt(linkedRow) === linked
  const hitLine = hit === null ? undefined : session.lineOf(hit)
  const reached = useRef('')
  const wanted = params.line === null ? '' : lineLinkToParam(params.line)
  useEffect(() => {
    // Once, when it has come; afterwards the reader decides where to look.
    if (!isLinkShown || session.isBusy || reached.current === wanted) return
    reached.current = wanted
    list.current?.show(linkedRow)
  })
  useImperativeHandle(ref, () => ({ show: (line) => list.current?.show(view.rowOf(line)) }))

  const pattern = useMemo(() => (params.find === '' ? null : textPattern(params.find)), [params.find])
  const rowHeight = Math.round(Number(params.fontSize) * 1.6)
  const fold = (line: number | null) => {
    const link = line === null ? '' : lineLinkToParam(session.linkTo(line))
    // Opened by hand, it is in view already.
    reached.current = link
    if (line !== null) onFollow(false)
    change({ line: link })
  }

  return (
    <>
      {params.line !== null && !isLinkShown && isReady && (
        <output className={styles['linked']}>
          {session.isBusy ? t('logs.linkedWaiting') : t('logs.linkedMissing')}
        </output>
      )}
      <div
        role="presentation"
        className={styles['list']}
        style={{ fontSize: `${params.fontSize}px`, lineHeight: `${rowHeight}px` }}
        onKeyDown={move}
      >
        <VirtualList<Token>
          ref={list}
          label={t('logs.list')}
          count={view.length}
          rowHeight={rowHeight}
          isUniform={!params.isWrapped && linked === undefined}
          isWrapped={params.isWrapped}
          isFollowing={isFollowing}
          onFollow={onFollow}
          tokenOf={(row) => {
            const line = view.lineAt(row)
            return line === undefined ? undefined : { line, epoch: store.epoch, link: session.linkTo(line) }
          }}
          rowOf={({ line, epoch, link }) => view.rowOf(epoch === store.epoch ? line : (session.lineOf(link) ?? line))}
          {...(onStart ? { onStart } : {})}
        >
          {(row) => {
            const line = view.lineAt(row)
            return (
              line !== undefined && (
                <LogRow
                  key={line}
                  session={session}
                  line={line}
                  params={params}
                  pattern={pattern}
                  isUnfolded={line === linked}
                  isHit={line === hitLine}
                  onFold={fold}
                />
              )
            )
          }}
        </VirtualList>
      </div>
    </>
  )
}
