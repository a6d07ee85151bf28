import { useQuery } from '@tanstack/react-query'
import { replicasCheck } from '@/api/gateway-changes'
import { patchCommand } from '@/domain/gateway-commands'
import { wantedReplicas } from '@/domain/gateway'
import { withReplicas } from '@/domain/gateway-form'
import { isNotAllowed, isRefusal, refusedFields } from '@/domain/gateway-refusal'
import { effectsOf } from '@/domain/gateway-review'
import { changeInWords, effectTexts } from '@/gateway/change-words'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { useT } from '@/lib/i18n/t'
import { useSettled } from '@/lib/use-settled'
import { CopyButton } from '@/ui/CopyButton'
import styles from './ReplicasPanel.module.css'

/** How long a number stays the same before the server is asked about it, in milliseconds. */
const PAUSE = 400

/** What the server has against a number of replicas, in its words; null when there is nothing to ask or to say. */
export function useReplicasCheck(replicas: number | null) {
  const { ref } = useGatewayHere()
  const settled = useSettled(replicas, PAUSE)
  const check = useQuery({
    ...replicasCheck(ref, settled ?? 0),
    enabled: settled !== null && settled === replicas,
  })
  const error = settled === replicas && replicas !== null ? check.error : null
  const refused = error && isRefusal(error) ? refusedFields(error) : null
  return {
    refusal: refused && (refused.replicas ?? refused.rest.join(' ')),
    /** Nobody could be asked: the user may not, or it failed. */
    unknown: error === null || refused !== null ? null : isNotAllowed(error) ? 'not-allowed' : 'failed',
    isAccepted: settled === replicas && check.isSuccess,
  } as const
}

/** What another number of replicas changes, in a line of words, and the same as a command. */
export function ScaleReview({ replicas, check }: { replicas: number; check: ReturnType<typeof useReplicasCheck> }) {
  const { t } = useT()
  const { gateway } = useGatewayHere()
  const change = { kind: 'replicas', before: wantedReplicas(gateway), after: replicas } as const
  // What one and no replica mean is said in any case, changed or not.
  const effects = effectsOf([change]).filter((effect) => effect === 'fewer-pods' || effect === 'starts-traffic')
  const said = check.isAccepted
    ? t('review.accepted')
    : check.unknown && t(check.unknown === 'not-allowed' ? 'review.notAllowed' : 'review.failed')
  return (
    <div className={styles['review']}>
      <p className={styles['note']} aria-live="polite">
        {[changeInWords(change, t), ...effects.map((effect) => t(effectTexts[effect])), said]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <CopyButton value={patchCommand(gateway, withReplicas(gateway, replicas))} text={t('review.copyKubectl')} />
    </div>
  )
}
