import { severityOf, type OptionFinding } from '@/domain/option-check'
import { useT, type Translate } from '@/lib/i18n/t'
import { StatusText } from '@/ui/StatusText'
import styles from './OptionFindings.module.css'

/** What is to be said of an option that is set, each in a sentence. */
export function OptionFindings({ findings }: { findings: readonly OptionFinding[] }) {
  const { t } = useT()
  if (findings.length === 0) return null
  return (
    <ul className={styles['findings']}>
      {findings.map((finding) => (
        <li key={finding.kind}>
          <StatusText tone={severityOf(finding)}>
            <span className={styles['text']}>{findingText(finding, t)}</span>
          </StatusText>
        </li>
      ))}
    </ul>
  )
}

function findingText(finding: OptionFinding, t: Translate): string {
  switch (finding.kind) {
    case 'unknown':
      return finding.closest === null
        ? t('finding.unknown')
        : `${t('finding.unknown')} ${t('finding.didYouMean', { name: finding.closest })}`
    case 'not-in-version':
      return t('finding.notInVersion', { version: finding.version })
    case 'wrong-type':
      return t(`finding.${finding.type}`)
    case 'not-a-choice':
      return t('finding.choice', { values: finding.values.join(' | ') })
    case 'out-of-range': {
      const { min, max } = finding
      if (min !== null && max !== null) return t('finding.range', { min, max })
      return min === null ? t('finding.atMost', { max: max ?? '' }) : t('finding.atLeast', { min })
    }
    case 'wrong-format':
      return t('finding.format', { format: finding.format })
    case 'reserved':
      return t('finding.reserved')
    case 'no-effect':
      return t('finding.noEffect')
    case 'deprecated':
      return finding.replacedBy === null
        ? t('finding.deprecated')
        : t('finding.replacedBy', { name: finding.replacedBy })
    case 'risk':
      return t('finding.risk')
  }
}
