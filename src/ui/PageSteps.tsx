import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import styles from './PageSteps.module.css'

interface PageStepsProps {
  /** First page is 1. */
  page: number
  pageSize: number
  total: number
  texts: { readonly label: string; readonly previous: string; readonly next: string; readonly range: string }
  onPage: (page: number) => void
}

/** Back and forth through pages; nothing when there is only one. */
export function PageSteps({ page, pageSize, total, texts, onPage }: PageStepsProps) {
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return null
  return (
    <nav className={styles['steps']} aria-label={texts.label}>
      <output>{texts.range}</output>
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={texts.previous}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={texts.next}
        disabled={page >= last}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  )
}
