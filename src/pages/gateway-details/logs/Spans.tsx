import type { AnsiColour, MarkedSpan } from '@/domain/logs/log-text'
import styles from './Spans.module.css'

/** A terminal's colours as those of the theme: readable in both of its schemes, whatever the writer had in mind. */
const terminal: Readonly<Record<AnsiColour, string>> = {
  black: 'var(--c-text-2)',
  red: 'var(--c-error)',
  green: 'var(--c-success)',
  yellow: 'var(--c-warning)',
  blue: 'var(--c-info)',
  magenta: 'var(--c-violet)',
  cyan: 'var(--c-accent)',
  white: 'var(--c-text)',
}

/** Nearer to the colour of what matters less, which can still be read on both themes, as its neighbour can. */
const dimmed = (colour: AnsiColour | undefined) =>
  colour ? `color-mix(in srgb, ${terminal[colour]} 60%, var(--c-text-2))` : 'var(--c-text-2)'

/** Pieces of text; React writes them as text, so whatever they say stays text. */
export const Spans = ({ spans }: { spans: readonly MarkedSpan[] }) => (
  <>
    {spans.map((span, index) => {
      const style = {
        ...(span.colour && { color: terminal[span.colour] }),
        ...(span.background && { background: terminal[span.background], color: 'var(--c-surface)' }),
        ...(span.dim && !span.background && { color: dimmed(span.colour) }),
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
