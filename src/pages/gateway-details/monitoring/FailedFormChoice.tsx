import { Radio } from 'antd'
import { useT } from '@/lib/i18n/t'
import { failedForms, type FailedForm } from './use-view'

const labels = { rate: 'charts.perSecond', share: 'charts.share' } as const

/** Failed requests as such, or as a part of all requests. */
export function FailedFormChoice({ value, onChange }: { value: FailedForm; onChange: (form: FailedForm) => void }) {
  const { t } = useT()
  return (
    <Radio.Group
      aria-label={t('charts.failedAs')}
      optionType="button"
      buttonStyle="solid"
      size="small"
      value={value}
      onChange={(event) => {
        const chosen = failedForms.find((form) => form === event.target.value)
        if (chosen) onChange(chosen)
      }}
      options={failedForms.map((form) => ({ value: form, label: t(labels[form]) }))}
    />
  )
}
