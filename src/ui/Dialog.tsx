import { Modal, type ModalProps } from 'antd'
import { useEffect, useState } from 'react'
import { useT } from '@/lib/i18n/t'
import styles from './Dialog.module.css'

/** What had the focus on the page below all dialogs. */
let onPage: Element | null = null

/** Gives the focus back to what had it: a dialog that is taken away would leave it nowhere. */
function useFocusBack() {
  const [before] = useState(() => {
    const active = document.activeElement
    if (active?.closest('[role="dialog"]') === null) onPage = active
    return active
  })
  useEffect(
    () => () => {
      // One dialog may have taken the place of another, which is gone with what had the focus in it.
      // And what it was opened with may be gone from the page: then one goes on from the start of what the page shows.
      const target =
        [before, onPage].find((element) => element?.isConnected === true) ?? document.getElementById('main')
      if (target instanceof HTMLElement) target.focus()
    },
    [before],
  )
}

type DialogProps = Pick<
  ModalProps,
  | 'title'
  | 'width'
  | 'okText'
  | 'cancelText'
  | 'okButtonProps'
  | 'cancelButtonProps'
  | 'confirmLoading'
  | 'footer'
  | 'closable'
  | 'keyboard'
  | 'onOk'
  | 'onCancel'
  | 'afterOpenChange'
  | 'children'
>

/** A question or a form over the page. What is long scrolls inside it; only its buttons and Escape end it. */
export function Dialog({ children, ...props }: DialogProps) {
  const { t } = useT()
  useFocusBack()
  return (
    // It is there at once: while it grew into its place, a quick click on one of its buttons was lost.
    <Modal
      open
      centered
      transitionName=""
      maskTransitionName=""
      cancelText={t('action.cancel')}
      mask={{ closable: false }}
      {...props}
    >
      <div className={styles['content']}>{children}</div>
    </Modal>
  )
}
