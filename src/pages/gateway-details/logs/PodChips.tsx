import type { FeedState } from '@/api/pod-log-feed'
import { useT } from '@/lib/i18n/t'
import { POLL_SECONDS } from './live-feeds'
import shared from './Logs.module.css'
import { podColour, shortPodName } from './pod-colour'
import styles from './PodChips.module.css'

interface PodChipsProps {
  gatewayName: string
  pods: readonly string[]
  /** Those that are read; all when none is. */
  chosen: readonly string[]
  colourOf: (pod: string) => number
  states: ReadonlyMap<string, FeedState>
  onChoose: (pods: readonly string[]) => void
}

/** Chooses pods, and says in which colour they are shown and how their logs come. */
export function PodChips({ gatewayName, pods, chosen, colourOf, states, onChoose }: PodChipsProps) {
  const { t } = useT()
  const toggle = (pod: string) =>
    onChoose(chosen.includes(pod) ? chosen.filter((each) => each !== pod) : [...chosen, pod])
  return (
    <div role="group" aria-label={t('logs.pods')} className={styles['chips']}>
      <button type="button" className={shared['chip']} aria-pressed={chosen.length === 0} onClick={() => onChoose([])}>
        {t('logs.allPods')}
      </button>
      {pods.map((pod) => {
        const state = states.get(pod)
        return (
          <button
            key={pod}
            type="button"
            title={pod}
            className={shared['chip']}
            aria-pressed={chosen.includes(pod)}
            onClick={() => toggle(pod)}
          >
            <span aria-hidden className={shared['dot']} style={{ background: podColour(colourOf(pod)) }} />
            {shortPodName(pod, gatewayName)}
            {state && (
              <small className={styles['state']}>
                {state.kind === 'polling'
                  ? t('logs.state.polling', { seconds: POLL_SECONDS })
                  : t(`logs.state.${state.kind}`)}
              </small>
            )}
          </button>
        )
      })}
    </div>
  )
}
