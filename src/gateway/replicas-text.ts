import type { Deployment } from '@/wire/workload'
import type { Translate } from '@/lib/i18n/t'

/** How many pods are ready and wanted, in words; without a Deployment only what is wanted is known. */
export function replicasText(deployment: Deployment | null, wanted: number, t: Translate): string {
  if (deployment === null) return t('fact.replicasWanted', { wanted })
  const ready = deployment.status?.readyReplicas ?? 0
  // A server may have taken it (recording e50); no Deployment does, so the one there goes on as it was.
  return t(wanted < 0 ? 'fact.replicasImpossible' : 'fact.replicasReady', { ready, wanted })
}
