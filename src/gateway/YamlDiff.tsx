import { stringify } from 'yaml'
import type { Gateway } from '@/wire/gateway'
import { toManifest } from '@/domain/gateway-manifest'
import { useT } from '@/lib/i18n/t'
import { diffLines, withContext } from '@/lib/line-diff'
import { focusable } from '@/ui/focusable'
import styles from './YamlDiff.module.css'

/** How many lines around a change are shown. */
const CONTEXT = 3

/** A gateway as it can be applied, as YAML. */
export const yamlOf = (gateway: Gateway): string => stringify(toManifest(gateway), { lineWidth: 0 })

/** What differs between two versions of a gateway, as lines of YAML. */
export function YamlDiff({ before, after }: { before: Gateway; after: Gateway }) {
  const { t } = useT()
  const lines = withContext(diffLines(yamlOf(before), yamlOf(after)), CONTEXT)
  return (
    // Long lines are reached by the arrow keys too.
    <section ref={focusable} className={styles['diff']} aria-label={t('review.yaml')}>
      {lines.map((line, index) => {
        const key = `${index}`
        if (line.kind === 'gap')
          return (
            <span key={key} className={styles['gap']}>
              {t('review.same', { count: line.count })}
            </span>
          )
        if (line.kind === 'removed') return <del key={key} className={styles['removed']}>{`- ${line.text}`}</del>
        if (line.kind === 'added') return <ins key={key} className={styles['added']}>{`+ ${line.text}`}</ins>
        return <span key={key}>{`  ${line.text}`}</span>
      })}
    </section>
  )
}
