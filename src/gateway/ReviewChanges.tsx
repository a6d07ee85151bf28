import { useEffect, useRef } from 'react'
import type { Gateway } from '@/wire/gateway'
import { patchCommand } from '@/domain/gateway-commands'
import { effectsOf, reviewChanges } from '@/domain/gateway-review'
import type { ApiError } from '@/lib/api-error'
import { useT } from '@/lib/i18n/t'
import { FailureNotice } from '@/ui/FailureNotice'
import { Notice } from '@/ui/Notice'
import { ChangesInWords, EffectsInWords } from './ChangesInWords'
import styles from './ReviewChanges.module.css'
import { TakeAlong } from './TakeAlong'
import { YamlDiff, yamlOf } from './YamlDiff'

/** What asking the server beforehand came to, when it had nothing against the change. */
export type Verdict =
  /** What it would store. */
  | { readonly kind: 'accepted'; readonly stored: Gateway }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'failed'; readonly error: ApiError }

interface ReviewChangesProps {
  base: Gateway
  next: Gateway
  verdict: Verdict
  retrying: boolean
  onRetry: () => void
}

/** A change before it is made: in words, as YAML, and what the server says of it. */
export function ReviewChanges({ base, next, verdict, retrying, onRetry }: ReviewChangesProps) {
  const { t } = useT()
  const changes = reviewChanges(base, next)
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that led here is gone, so the focus goes to what is to be read.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles['review']}>
      <h2 ref={heading} tabIndex={-1} className={styles['title']}>
        {t('review.title')}
      </h2>
      <ChangesInWords label={t('review.title')} changes={changes} />
      <EffectsInWords effects={effectsOf(changes)} />
      <Said verdict={verdict} next={next} retrying={retrying} onRetry={onRetry} />
      <YamlDiff before={base} after={next} />
      <TakeAlong command={patchCommand(base, next)} yaml={yamlOf(next)} />
    </div>
  )
}

/** What the server said, and what that does not cover. */
function Said({ verdict, next, retrying, onRetry }: Omit<ReviewChangesProps, 'base'>) {
  const { t } = useT()
  switch (verdict.kind) {
    case 'failed':
      return <FailureNotice error={verdict.error} title={t('review.failed')} retrying={retrying} onRetry={onRetry} />
    case 'not-allowed':
      return (
        <Notice tone="info" title={t('review.notAllowed')}>
          {t('review.notAllowedDetail')}
        </Notice>
      )
    case 'accepted': {
      const differing = reviewChanges(next, verdict.stored)
      return (
        <>
          <Notice tone="success" title={t('review.accepted')}>
            {t('review.noHelm')}
          </Notice>
          {differing.length > 0 && (
            <Notice tone="warning" title={t('review.differs')}>
              <ChangesInWords label={t('review.differs')} changes={differing} />
            </Notice>
          )}
        </>
      )
    }
  }
}
