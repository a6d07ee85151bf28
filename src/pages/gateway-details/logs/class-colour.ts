import type { StatusClass } from '@/domain/logs/access-line'

/** The colour of a status class, as everywhere in the console: green is well, red is not. */
export const classColour: Readonly<Record<StatusClass, string>> = {
  '1xx': 'var(--c-text-2)',
  '2xx': 'var(--c-success)',
  '3xx': 'var(--c-info)',
  '4xx': 'var(--c-warning)',
  '5xx': 'var(--c-error)',
  other: 'var(--c-border-strong)',
}
