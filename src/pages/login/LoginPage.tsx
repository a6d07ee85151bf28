import { useNavigate, useSearchParams } from 'react-router'
import { safeReturnPath } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { Logo } from '@/ui/Logo'
import styles from './LoginPage.module.css'
import { SignInForm } from './SignInForm'

/** Sign in, then back to where one was going. */
export function Component() {
  const { t } = useT()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  return (
    <main className={styles['page']}>
      <title>{t('title.page', { page: t('signIn.title') })}</title>
      <div className={styles['box']}>
        <div className={styles['brand']}>
          <Logo />
        </div>
        <h1 className={styles['title']}>{t('signIn.title')}</h1>
        <p className={styles['lead']}>{t('signIn.lead')}</p>
        <SignInForm onDone={() => void navigate(safeReturnPath(search.get('next')), { replace: true })} />
      </div>
    </main>
  )
}
