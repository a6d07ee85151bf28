import { lineStyle } from './series'

/** A piece of the line that a name belongs to. */
export const Swatch = ({ place, isRest = false }: { place: number; isRest?: boolean }) => (
  <svg width="28" height="8" viewBox="0 0 28 8" aria-hidden>
    <line x1="0" y1="4" x2="28" y2="4" strokeWidth="2.5" {...lineStyle(place, isRest)} />
  </svg>
)
