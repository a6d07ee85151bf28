import { useT, type PlainKey, type Translate } from '@/lib/i18n/t'
import { isSettling, rootCause, type ApplyStep, type GatewayState } from '@/domain/gateway-status'
import { StatusText, type Tone } from '@/ui/StatusText'
import styles from './GatewayStatus.module.css'

const unknown: Record<(GatewayState & { kind: 'unknown' })['why'], PlainKey> = {
  rights: 'status.unknownDetail',
  legacy: 'status.unknownLegacy',
  failed: 'status.unknownFailed',
}

const tones: Record<GatewayState['kind'], Tone> = {
  ready: 'success',
  applying: 'info',
  removing: 'info',
  degraded: 'warning',
  stopped: 'neutral',
  failed: 'error',
  unknown: 'neutral',
}

const steps: Record<ApplyStep, PlainKey> = {
  operator: 'status.step.operator',
  helm: 'status.step.helm',
  service: 'status.step.service',
  pods: 'status.step.pods',
}

/** A state in a word. */
export function statusWord(state: GatewayState, t: Translate): string {
  switch (state.kind) {
    case 'degraded':
      return t('status.degraded', { ready: state.ready, wanted: state.wanted })
    case 'failed':
      return t('status.failed', { reason: state.reason })
    case 'ready':
      return t('status.ready')
    case 'applying':
      return t('status.applying')
    case 'removing':
      return t('status.removing')
    case 'stopped':
      return t('status.stopped')
    case 'unknown':
      return t('status.unknown')
  }
}

function detail(state: GatewayState, t: Translate): string | null {
  switch (state.kind) {
    case 'applying':
      return state.step === 'pods'
        ? t('status.step.podsReady', { ready: state.ready, wanted: state.wanted })
        : t(steps[state.step])
    case 'failed':
    case 'degraded':
      return state.message
    case 'stopped':
      return t('status.stoppedDetail')
    case 'unknown':
      return t(unknown[state.why])
    case 'removing':
      return t('status.removingDetail')
    case 'ready':
      return null
  }
}

/**
 * The state of a gateway in a word, and its reason below: the root cause, with all that Helm wraps around it to unfold.
 * Spoken when it changes, unless it is one of many.
 */
export function GatewayStatus({ state, isOneOfMany = false }: { state: GatewayState; isOneOfMany?: boolean }) {
  const Line = isOneOfMany ? 'span' : 'output'
  const { t } = useT()
  const reason = detail(state, t)
  const cause = reason === null ? null : rootCause(reason)
  return (
    <div className={styles['status']}>
      <Line className={styles['spoken']}>
        <StatusText tone={tones[state.kind]} busy={isSettling(state)}>
          {statusWord(state, t)}
        </StatusText>
        {cause && (
          <span
            className={`${styles['reason']} ${isOneOfMany ? styles['short'] : ''}`}
            title={isOneOfMany ? cause : undefined}
          >
            {cause}
          </span>
        )}
      </Line>
      {cause !== reason && !isOneOfMany && (
        <details className={styles['reason']}>
          <summary>{t('status.wholeMessage')}</summary>
          <p>{reason}</p>
        </details>
      )}
    </div>
  )
}
