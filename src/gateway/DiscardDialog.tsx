import { useT } from '@/lib/i18n/t'
import { Dialog } from '@/ui/Dialog'

/** Asks before typed values are thrown away. */
export function DiscardDialog({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  const { t } = useT()
  return (
    <Dialog
      width={420}
      title={t('discard.title')}
      okText={t('discard.keep')}
      cancelText={t('discard.discard')}
      cancelButtonProps={{ danger: true, onClick: onDiscard }}
      onOk={onKeep}
      onCancel={onKeep}
    >
      {t('discard.text')}
    </Dialog>
  )
}
