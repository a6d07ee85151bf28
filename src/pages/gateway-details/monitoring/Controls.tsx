import { ReloadOutlined, ZoomOutOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { lengthName, parseLength, rangeNames, stepFor, stepsFor } from '@/domain/time-range'
import { languageTag, useT } from '@/lib/i18n/t'
import { formatLength } from '@/lib/numbers'
import { Choice } from '@/ui/Choice'
import styles from './Controls.module.css'
import { CustomRange } from './CustomRange'
import { refreshChoices, type View, type ViewActions } from './use-view'

interface ControlsProps {
  view: View & ViewActions
  isFetching: boolean
  onRefresh: () => void
}

const CUSTOM = 'custom'

/** Which time is shown, how finely, and how often it is asked for anew. */
export function Controls({ view, isFetching, onRefresh }: ControlsProps) {
  const { t, language } = useT()
  const locale = languageTag(language)
  const [isCustom, setCustom] = useState(false)
  const { range, length } = view
  const current = range.kind === 'last' ? lengthName(range.length) : CUSTOM
  const names = [...new Set([...rangeNames, ...(range.kind === 'last' ? [current] : [])])]
  return (
    <section className={styles['controls']} aria-label={t('monitoring.controls')}>
      <div className={styles['row']}>
        <Choice
          label={t('monitoring.range')}
          value={isCustom ? CUSTOM : current}
          options={[
            ...names.map((name) => ({
              value: name,
              label: t('monitoring.last', { length: formatLength(parseLength(name) ?? 0, locale) }),
            })),
            { value: CUSTOM, label: t('monitoring.custom') },
          ]}
          onChange={(name) => {
            const chosen = parseLength(name)
            setCustom(chosen === null)
            if (chosen !== null) view.chooseRange({ kind: 'last', length: chosen })
          }}
        />
        {(isCustom || range.kind === 'between') && (
          <CustomRange
            key={range.kind === 'between' ? `${range.start}-${range.end}` : 'new'}
            range={range}
            length={length}
            onApply={(next) => {
              setCustom(false)
              view.chooseRange(next)
            }}
          />
        )}
        <Choice
          label={t('monitoring.step')}
          value={view.chosenStep === null ? '' : lengthName(view.chosenStep)}
          options={[
            { value: '', label: t('monitoring.stepAuto', { step: formatLength(stepFor(length), locale) }) },
            ...stepsFor(length).map((step) => ({ value: lengthName(step), label: formatLength(step, locale) })),
          ]}
          onChange={(step) => view.set({ step: step === '' ? null : step })}
        />
        <Choice
          label={t('monitoring.refresh')}
          value={view.refresh}
          options={refreshChoices.map((each) => ({
            value: each,
            label: each === 'off' ? t('monitoring.refreshOff') : formatLength(parseLength(each) ?? 0, locale),
          }))}
          onChange={(refresh) => view.set({ refresh: refresh === '30s' ? null : refresh })}
        />
        <Button icon={<ReloadOutlined />} loading={isFetching} onClick={onRefresh}>
          {t('monitoring.refreshNow')}
        </Button>
        {view.isZoomed && (
          <Button icon={<ZoomOutOutlined />} onClick={view.zoomOut}>
            {t('monitoring.zoomOut')}
          </Button>
        )}
      </div>
      <div className={styles['row']}>
        <Checkbox
          checked={view.isCompared}
          onChange={(event) => view.set({ compare: event.target.checked ? '1' : null })}
        >
          {t('monitoring.compare')}
        </Checkbox>
        <Checkbox
          checked={view.withResources}
          onChange={(event) => view.set({ resources: event.target.checked ? '1' : null })}
        >
          {t('charts.showResources')}
        </Checkbox>
      </div>
    </section>
  )
}
