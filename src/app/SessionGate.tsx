import { Modal } from 'antd'
import { useT } from '@/lib/i18n/t'
import { SignInForm } from '@/pages/login/SignInForm'

/** Over any page when the session was lost: sign in again in place, the page and an open form stay as they are. */
export function SessionGate({ user }: { user: string }) {
  const { t } = useT()
  return (
    <Modal
      open
      centered
      width={420}
      zIndex={1900}
      closable={false}
      keyboard={false}
      footer={null}
      title={t('session.lost')}
    >
      <p style={{ marginBlockEnd: 16 }}>{t('session.lostText')}</p>
      <SignInForm user={user} />
    </Modal>
  )
}
