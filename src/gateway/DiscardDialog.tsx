import { Button } from 'antd'
import { useT } from '@/lib/i18n/t'
import { Dialog } from '@/ui/Dialog'

/** Asks before typed values are thrown away. Buttons of its own: antd's Cancel calls `onCancel`, which keeps them, too. */
export function DiscardDialog({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  const { t } = useT()
  return (
    <Dialog
      width={420}
      title={t('discard.title')}
      footer={
        <>
          <Button danger onClick={onDiscard}>
            {t('discard.discard')}
          </Button>
          <Button type="primary" onClick={onKeep}>
            {t('discard.keep')}
          </Button>
        </>
      }
      onCancel={onKeep}
    >
      {t('discard.text')}
    </Dialog>
  )
}
