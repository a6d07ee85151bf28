import { useT } from '@/lib/i18n/t'
import { Choice } from '@/ui/Choice'
import shared from './Logs.module.css'
import styles from './Tools.module.css'
import { fontSizes, layouts, stampNames, type LogParams, type ParamChange } from './use-log-params'

/** How lines are shown. */
export function ViewOptions({ params, change }: { params: LogParams; change: (next: ParamChange) => void }) {
  const { t } = useT()
  return (
    <fieldset className={styles['options']}>
      <legend className="visually-hidden">{t('logs.viewOptions')}</legend>
      <Choice
        label={t('logs.layout')}
        value={params.layout}
        options={layouts.map((name) => ({ value: name, label: t(`logs.layout.${name}`) }))}
        onChange={(name) =>
          change({ layout: name === 'text' ? null : name, ...(name === 'columns' ? { wrap: null } : {}) })
        }
      />
      <Choice
        label={t('logs.stamps')}
        value={params.stamps}
        options={stampNames.map((name) => ({ value: name, label: t(`logs.stamps.${name}`) }))}
        onChange={(stamps) => change({ stamps })}
      />
      <Choice
        label={t('logs.fontSize')}
        value={params.fontSize}
        options={fontSizes.map((size) => ({ value: size, label: `${size} px` }))}
        onChange={(size) => change({ size: size === '12' ? null : size })}
      />
      <label className={shared['check']}>
        <input
          type="checkbox"
          checked={params.isWrapped}
          onChange={(event) =>
            change({ wrap: event.target.checked ? '1' : null, ...(event.target.checked ? { layout: null } : {}) })
          }
        />
        {t('logs.wrap')}
      </label>
      <label className={shared['check']}>
        <input
          type="checkbox"
          checked={params.hasNames}
          onChange={(event) => change({ names: event.target.checked ? null : '0' })}
        />
        {t('logs.names')}
      </label>
    </fieldset>
  )
}
