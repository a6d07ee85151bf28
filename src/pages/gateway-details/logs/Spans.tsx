import type { MarkedSpan } from '@/domain/logs/log-text'
import styles from './Spans.module.css'

/** Pieces of text; React writes them as text, so whatever they say stays text. */
export const Spans = ({ spans }: { spans: readonly MarkedSpan[] }) => (
  <>
    {spans.map((span, index) => {
      const style = {
        ...(span.colour && { color: `var(--c-ansi-${span.colour})` }),
        ...(span.background && { background: `var(--c-ansi-${span.background})`, color: 'var(--c-surface)' }),
        ...(span.bold && { fontWeight: 700 }),
        ...(span.italic && { fontStyle: 'italic' }),
        ...((span.underline || span.strike) && {
          textDecoration: [span.underline && 'underline', span.strike && 'line-through'].filter(Boolean).join(' '),
        }),
      }
      if (span.isHit)
        return (
          <mark key={index} className={styles['mark']}>
            {span.text}
          </mark>
        )
      return Object.keys(style).length === 0 ? (
        span.text
      ) : (
        <span key={index} style={style}>
          {span.text}
        </span>
      )
    })}
  </>
)
