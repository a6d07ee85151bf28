import { QuestionCircleOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { useId } from 'react'
import { useT } from '@/lib/i18n/t'
import styles from './Hint.module.css'

/** A question mark that tells what a name means, on hover, focus and touch. */
export function Hint({ name, children }: { name: string; children: string }) {
  const { t } = useT()
  const id = useId()
  return (
    <>
      <Tooltip title={children} trigger={['hover', 'focus', 'click']}>
        <button type="button" className={styles['hint']} aria-label={t('hint.label', { name })} aria-describedby={id}>
          <QuestionCircleOutlined aria-hidden />
        </button>
      </Tooltip>
      <span id={id} hidden>
        {children}
      </span>
    </>
  )
}
