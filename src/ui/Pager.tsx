import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useT } from '@/lib/i18n/t'
import styles from './Pager.module.css'

interface PagerProps {
  page: number
  pages: number
  /** What the pages hold, in words. */
  summary: string
  sizes: readonly number[]
  size: number
  onSize: (size: number) => void
  /** The query of a page, so that every page is a link. */
  searchOf: (page: number) => string
}

/** The page numbers to offer: the ends, and those around the present one; null stands for a gap. */
export function offeredPages(page: number, pages: number): readonly (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages)
  const sorted = [...new Set(near)].toSorted((a, b) => a - b)
  return sorted.flatMap((each, index) => {
    const before = sorted[index - 1]
    if (before === undefined || each - before === 1) return [each]
    return each - before === 2 ? [each - 1, each] : [null, each]
  })
}

/** Pages as links, and how much one shows. */
export function Pager({ page, pages, summary, sizes, size, onSize, searchOf }: PagerProps) {
  const { t } = useT()
  return (
    <nav className={styles['pager']} aria-label={t('pager.label')}>
      <p className={styles['summary']}>{summary}</p>
      <label className={styles['size']}>
        <span>{t('pager.size')}</span>
        <select value={size} onChange={(event) => onSize(Number(event.target.value))}>
          {sizes.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
      <ul className={styles['pages']}>
        <Step label={t('pager.previous')} search={page > 1 ? searchOf(page - 1) : null}>
          <LeftOutlined aria-hidden />
        </Step>
        {offeredPages(page, pages).map((each, index) =>
          each === null ? (
            <li key={`gap${index}`} aria-hidden className={styles['gap']}>
              …
            </li>
          ) : (
            <li key={each}>
              <Link
                to={{ search: searchOf(each) }}
                preventScrollReset
                aria-label={t('pager.page', { page: each })}
                aria-current={each === page ? 'page' : undefined}
                className={styles['page']}
              >
                {each}
              </Link>
            </li>
          ),
        )}
        <Step label={t('pager.next')} search={page < pages ? searchOf(page + 1) : null}>
          <RightOutlined aria-hidden />
        </Step>
      </ul>
    </nav>
  )
}

const Step = ({ label, search, children }: { label: string; search: string | null; children: ReactNode }) => (
  <li>
    {search === null ? (
      <span className={styles['page']} data-off="true" aria-hidden>
        {children}
      </span>
    ) : (
      <Link to={{ search }} preventScrollReset aria-label={label} title={label} className={styles['page']}>
        {children}
      </Link>
    )}
  </li>
)
