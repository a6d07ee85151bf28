import { Input, Modal } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { disableGateway } from '@/api/gateway-changes'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { useT } from '@/lib/i18n/t'
import { FailureNotice } from '@/ui/FailureNotice'
import { Field } from '@/ui/Field'
import { Notice } from '@/ui/Notice'
import { toast } from '@/ui/Toasts'
import { AffectedRoutes } from './AffectedRoutes'
import styles from './DisableGatewayDialog.module.css'

/** Says what stops, asks for the name, and reports what the server said. */
export function DisableGatewayDialog({
  gatewayRef,
  isLegacy = false,
  onDone,
}: {
  gatewayRef: GatewayRef
  isLegacy?: boolean
  onDone: () => void
}) {
  const { t } = useT()
  const name = gatewayName(gatewayRef)
  const [typed, setTyped] = useState('')
  const [isRefused, setRefused] = useState(false)
  const disable = useMutation(disableGateway(gatewayRef))
  const isConfirmed = typed.trim() === name

  const submit = () => {
    setRefused(!isConfirmed)
    if (!isConfirmed) return
    disable.mutate(
      { isLegacy },
      {
        onSuccess: () => {
          toast('success', t('disable.done', { name }), t('disable.doneDetail'))
          onDone()
        },
      },
    )
  }
  return (
    <Modal
      open
      centered
      width={640}
      title={t('disable.title', { name })}
      okText={t('disable.ok')}
      okButtonProps={{ danger: true, disabled: typed === '' }}
      cancelText={t('action.cancel')}
      confirmLoading={disable.isPending}
      mask={{ closable: false }}
      onOk={submit}
      onCancel={onDone}
      styles={{ body: { maxHeight: 'calc(100dvh - 200px)', overflowY: 'auto', paddingInlineEnd: 4 } }}
    >
      <div className={styles['content']}>
        {disable.error && <FailureNotice error={disable.error} title={t('disable.failed')} />}
        <Notice tone="warning" title={t('disable.effect')}>
          {t('disable.effectDetail')}
        </Notice>
        <AffectedRoutes gatewayRef={gatewayRef} />
        <Field
          label={t('disable.typeName', { name })}
          error={isRefused && !isConfirmed ? t('disable.nameDiffers', { name }) : undefined}
        >
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onPressEnter={submit}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
