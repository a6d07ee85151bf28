/** Which line a link points at: the pod, the moment, and which of the pod's lines of that moment. */
export interface LineLink {
  readonly pod: string
  /** Microseconds since 1970. */
  readonly time: number
  /** 0 for the first line of that pod and moment. */
  readonly nth: number
}

/** The link as one text for the address. */
export const lineLinkToParam = ({ pod, time, nth }: LineLink): string => `${pod}@${time}${nth === 0 ? '' : `.${nth}`}`

/** What an address points at; null when it points at nothing. */
export function lineLinkFromParam(param: string | null): LineLink | null {
  const found = /^([a-z0-9.-]{1,253})@(\d{1,16})(?:\.(\d{1,6}))?$/.exec(param ?? '')
  return found ? { pod: found[1] ?? '', time: Number(found[2]), nth: Number(found[3] ?? 0) } : null
}
