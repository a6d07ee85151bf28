/** Where the mock differs from a recording on purpose. `docs/mock-differences.md` has the same list in the same words. */
export interface Exception {
  /** Names of the recordings. */
  recordings: readonly string[]
  /** One sentence, as it stands in the document. */
  why: string
}

export const exceptions: readonly Exception[] = [
  {
    recordings: ['e45-configmap-kubesphere-config', 'e56-components-or-crds', 'e57-quotas'],
    why: 'Config maps, definitions and quotas are not part of the mock and answer 501; the console has no use for them.',
  },
]
