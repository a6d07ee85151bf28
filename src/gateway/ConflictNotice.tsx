import { Button, Radio } from 'antd'
import { undecided, type EditSession } from '@/domain/edit-session'
import { clashId, type Clash } from '@/domain/gateway-merge'
import type { ReviewChange } from '@/domain/gateway-review'
import { useT } from '@/lib/i18n/t'
import { Notice } from '@/ui/Notice'
import { clashInWords, sideInWords } from './change-words'
import { ChangesInWords } from './ChangesInWords'
import styles from './ConflictNotice.module.css'

type Decide = (clash: Clash, side: 'mine' | 'theirs') => void

/** Somebody saved while the form is open: what they changed, before it is taken in. */
export function MovedNotice({
  changes,
  unreadable,
  onTakeIn,
}: {
  changes: readonly ReviewChange[]
  /** Why the form cannot take it in now; null when it can. */
  unreadable: string | null
  onTakeIn: () => void
}) {
  const { t } = useT()
  return (
    <Notice
      tone="warning"
      role="alert"
      title={t('moved.title')}
      action={
        <Button disabled={unreadable !== null} onClick={onTakeIn}>
          {t('moved.takeIn')}
        </Button>
      }
    >
      <ChangesInWords label={t('moved.label')} changes={changes} />
      <p>{unreadable ?? t('moved.next')}</p>
    </Notice>
  )
}

/** Others' changes that were taken in: what of theirs is in the form now, and what is to be decided. */
export function ConflictNotice({
  session,
  isMissed,
  onDecide,
}: {
  session: EditSession
  /** It was tried to go on without deciding. */
  isMissed: boolean
  onDecide: Decide
}) {
  const { t } = useT()
  const { clashes, decided } = session
  const taken = session.taken ?? []
  return (
    <Notice tone="warning" role="alert" title={t('conflict.title')}>
      {taken.length > 0 && (
        <>
          <p>{t('conflict.taken')}</p>
          <ChangesInWords label={t('conflict.taken')} changes={taken} />
        </>
      )}
      {clashes.map((clash) => (
        <Choice
          key={clashId(clash)}
          clash={clash}
          side={decided.get(clashId(clash))}
          isMissed={isMissed}
          onDecide={onDecide}
        />
      ))}
      <p>{t(undecided(session).length > 0 ? 'conflict.decide' : 'conflict.next')}</p>
    </Notice>
  )
}

/** What both changed: what it was, and which of the two it shall be. */
function Choice({
  clash,
  side,
  isMissed,
  onDecide,
}: {
  clash: Clash
  side: 'mine' | 'theirs' | undefined
  isMissed: boolean
  onDecide: Decide
}) {
  const { t } = useT()
  const name = clashInWords(clash, t)
  const value = (of: 'base' | 'mine' | 'theirs') => sideInWords(clash, of, t)
  return (
    <fieldset className={styles['choice']}>
      <legend className={styles['name']}>{t('clash.both', { name, before: value('base') })}</legend>
      <Radio.Group
        aria-label={name}
        value={side}
        onChange={(event) => onDecide(clash, event.target.value === 'mine' ? 'mine' : 'theirs')}
        options={[
          { value: 'mine', label: t('clash.mine', { value: value('mine') }) },
          { value: 'theirs', label: t('clash.theirs', { value: value('theirs') }) },
        ]}
      />
      {isMissed && side === undefined && <p className={styles['missed']}>{t('clash.missed')}</p>}
    </fieldset>
  )
}
