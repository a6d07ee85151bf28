/** How many colours tell pods apart; with more pods they come again, and the name decides. */
const COLOURS = 8

/** The colour of a pod by its number in the viewer. */
export const podColour = (source: number): string => `var(--c-pod-${(source % COLOURS) + 1})`

/** The part of a pod's name that differs from its siblings': what follows the gateway's name. */
export const shortPodName = (pod: string, gateway: string): string =>
  pod.startsWith(`${gateway}-`) ? pod.slice(gateway.length + 1) : pod
