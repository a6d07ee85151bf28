import { useMemo } from 'react'
import { durationClasses, statusClasses } from '@/domain/logs/access-line'
import { facetNames, type FacetName } from '@/domain/logs/facets'
import { plainText } from '@/domain/logs/log-text'
import { languageTag, useT } from '@/lib/i18n/t'
import { classColour } from './class-colour'
import type { LogSession } from './log-session'
import styles from './FacetList.module.css'
import shared from './Logs.module.css'
import { useCounts } from './use-live'
import type { LogParams, ParamChange } from './use-log-params'

/** Values of a facet that are offered at most. */
const MOST = 8

interface FacetListProps {
  session: LogSession
  params: LogParams
  change: (next: ParamChange) => void
}

/** What access lines differ in, with counts; choosing values shows those lines only. */
export function FacetList({ session, params, change }: FacetListProps) {
  const { t } = useT()
  const version = useCounts(session)
  const { view } = session
  const counted = useMemo(
    () => ({ facets: facetNames.map((name) => [name, view.stats.facet(name, MOST)] as const), version }),
    [view, version],
  )
  return (
    <aside className={styles['facets']} aria-label={t('logs.access')}>
      {session.format === null && <p className={shared['hint']}>{t('logs.noFields')}</p>}
      {session.format?.fields.includes('status') === false && <p className={shared['hint']}>{t('logs.noFormat')}</p>}
      {counted.facets.map(([name, values]) => (
        <Facet
          key={name}
          name={name}
          values={values}
          chosen={params.facets[name] ?? []}
          onChoose={(next) => change({ [name]: next })}
        />
      ))}
    </aside>
  )
}

interface FacetProps {
  name: FacetName
  values: readonly (readonly [value: string, count: number])[]
  chosen: readonly string[]
  onChoose: (values: readonly string[]) => void
}

function Facet({ name, values, chosen, onChoose }: FacetProps) {
  const { t, language } = useT()
  const number = new Intl.NumberFormat(languageTag(language))
  const order: readonly string[] = name === 'status' ? statusClasses : name === 'duration' ? durationClasses : []
  // A chosen value stays, also when no line has it any more.
  const shown = [
    ...values,
    ...chosen
      .filter((value) => !values.some(([each]) => each === value))
      .map((value): readonly [string, number] => [value, 0]),
  ]
  if (shown.length === 0) return null
  // Classes keep their order; other values go by how often they are.
  const sorted = order.length === 0 ? shown : shown.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  const colours = new Map<string, string>(
    name === 'status' ? statusClasses.map((each) => [each, classColour[each]]) : [],
  )
  return (
    <section aria-label={t(`logs.facet.${name}`)}>
      <h2 className={shared['subtitle']}>{t(`logs.facet.${name}`)}</h2>
      <ul>
        {sorted.map(([value, count]) => {
          const label = name === 'status' && value === 'other' ? t('logs.notAccess') : plainText(value)
          const isChosen = chosen.includes(value)
          const colour = colours.get(value)
          return (
            <li key={value}>
              <button
                type="button"
                className={shared['ranking']}
                aria-pressed={isChosen}
                aria-label={t('logs.facetValue', { value: label, lines: number.format(count) })}
                onClick={() => onChoose(isChosen ? chosen.filter((each) => each !== value) : [...chosen, value])}
              >
                <span title={label}>
                  {colour !== undefined && (
                    <span aria-hidden className={shared['dot']} style={{ background: colour }} />
                  )}
                  {label}
                </span>
                <span className="numbers">{number.format(count)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
