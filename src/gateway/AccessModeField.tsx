import { Radio } from 'antd'
import { accessModes, type AccessMode } from '@/domain/gateway-form'
import { useT } from '@/lib/i18n/t'
import { FieldGroup } from '@/ui/Field'
import styles from './AccessModeField.module.css'

const explained = { NodePort: 'mode.nodePort.help', LoadBalancer: 'mode.loadBalancer.help' } as const

/** NodePort or LoadBalancer, each with a sentence on what it does. */
export function AccessModeField({
  value,
  error,
  onChange,
}: {
  value: AccessMode | null
  error?: string | undefined
  onChange: (mode: AccessMode) => void
}) {
  const { t } = useT()
  return (
    <FieldGroup legend={t('mode.label')}>
      <div className={styles['modes']}>
        {accessModes.map((mode) => (
          <Radio
            key={mode}
            className={styles['mode'] ?? ''}
            checked={value === mode}
            onChange={() => onChange(mode)}
            name="access-mode"
            value={mode}
            aria-invalid={error !== undefined}
          >
            <span className={styles['name']}>{mode}</span>
            <span className={styles['help']}>{t(explained[mode])}</span>
          </Radio>
        ))}
      </div>
      {error !== undefined && (
        <p role="alert" className={styles['error']}>
          {error}
        </p>
      )}
    </FieldGroup>
  )
}
