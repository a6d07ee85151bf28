import { Button, Input } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { signIn, signInRefusal, type SignInRefusal } from '@/api/session'
import { useT, type PlainKey } from '@/lib/i18n/t'
import { FailureNotice } from '@/ui/FailureNotice'
import { Field } from '@/ui/Field'
import styles from './SignInForm.module.css'

const refusals: Record<SignInRefusal, PlainKey> = {
  'wrong-password': 'signIn.wrongPassword',
  disabled: 'signIn.disabled',
  locked: 'signIn.locked',
  'must-change-password': 'signIn.mustChangePassword',
}

/** Name and password; used by the page and, over a page, when a session was lost. */
export function SignInForm({ user = '', onDone }: { user?: string; onDone?: () => void }) {
  const { t } = useT()
  const [username, setUsername] = useState(user)
  const [password, setPassword] = useState('')
  const [isChecked, setChecked] = useState(false)
  const attempt = useMutation(signIn())
  const refusal = attempt.error && signInRefusal(attempt.error)
  const missing = (value: string) => (isChecked && value === '' ? t('signIn.required') : undefined)

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setChecked(true)
    if (username === '' || password === '') return
    attempt.mutate({ username, password }, { onSuccess: () => onDone?.() })
  }
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {attempt.error &&
        (refusal ? (
          <p role="alert" className={styles['refusal']}>
            {t(refusals[refusal])}
          </p>
        ) : (
          <FailureNotice error={attempt.error} />
        ))}
      <Field label={t('signIn.user')} error={missing(username)}>
        {(ids) => (
          <Input
            {...ids}
            size="large"
            name="username"
            autoComplete="username"
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('signIn.password')} error={missing(password)}>
        {(ids) => (
          <Input.Password
            {...ids}
            size="large"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" size="large" htmlType="submit" loading={attempt.isPending} block>
        {t('signIn.action')}
      </Button>
    </form>
  )
}
