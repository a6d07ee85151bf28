/** With more pods than colours they come again, and the name decides. */
const COLOURS = ['accent', 'info', 'violet', 'warning', 'error', 'olive', 'pink', 'indigo'] as const

/** The colour of a pod by its number in the viewer. */
export const podColour = (source: number): string => `var(--c-${COLOURS[source % COLOURS.length] ?? 'text'})`

/** The part of a pod's name that differs from its siblings': what follows the gateway's name. */
export const shortPodName = (pod: string, gateway: string): string =>
  pod.startsWith(`${gateway}-`) ? pod.slice(gateway.length + 1) : pod
