import { Button, InputNumber } from 'antd'
import { useEffect, useId, useRef, useState, type ComponentRef } from 'react'
import { useT } from '@/lib/i18n/t'
import styles from './TimeSeriesChart.module.css'

interface ThresholdProps {
  /** In `unit`. */
  value: number | null
  unit: string
  onChange: (value: number | null) => void
  onClose: () => void
}

/** Where the line of a threshold is set and taken away. */
export function Threshold({ value, unit, onChange, onClose }: ThresholdProps) {
  const { t } = useT()
  const id = useId()
  const field = useRef<ComponentRef<typeof InputNumber>>(null)
  useEffect(() => field.current?.focus(), [])
  const [typed, setTyped] = useState(value)
  return (
    <form
      className={styles['threshold']}
      onSubmit={(event) => {
        event.preventDefault()
        onChange(typed)
        onClose()
      }}
    >
      <label htmlFor={id}>{t('chart.threshold')}</label>
      <InputNumber id={id} ref={field} min={0} value={typed} onChange={setTyped} suffix={unit} style={{ width: 180 }} />
      <Button type="primary" htmlType="submit">
        {t('chart.thresholdSet')}
      </Button>
      {value !== null && (
        <Button
          onClick={() => {
            onChange(null)
            onClose()
          }}
        >
          {t('chart.thresholdRemove')}
        </Button>
      )}
      <Button type="text" onClick={onClose}>
        {t('action.cancel')}
      </Button>
    </form>
  )
}
