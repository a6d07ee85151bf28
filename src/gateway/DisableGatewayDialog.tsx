import { Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { disableGateway } from '@/api/gateway-changes'
import { gatewayName, type GatewayRef } from '@/domain/gateway'
import { useT } from '@/lib/i18n/t'
import { FailureNotice } from '@/ui/FailureNotice'
import { Field } from '@/ui/Field'
import { Dialog } from '@/ui/Dialog'
import { Notice } from '@/ui/Notice'
import { toast } from '@/ui/Toasts'
import { AffectedRoutes } from './AffectedRoutes'
import { useChange } from './use-change'
import { WhatGoes } from './WhatGoes'

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
  const field = useRef<InputRef>(null)
  const disable = useChange(disableGateway(gatewayRef), () =>
    toast('success', t('disable.done', { name }), t('disable.doneDetail')),
  )
  const isConfirmed = typed.trim() === name

  const submit = () => {
    setRefused(!isConfirmed)
    if (isConfirmed) disable.mutate({ isLegacy }, { onSuccess: onDone })
  }
  return (
    <Dialog
      width={640}
      title={t('disable.title', { name })}
      okText={t('disable.ok')}
      okButtonProps={{ danger: true, disabled: typed === '' }}
      confirmLoading={disable.isPending}
      onOk={submit}
      onCancel={onDone}
      // What goes stands above the field and is to be read first.
      afterOpenChange={(isOpen) => isOpen && field.current?.focus({ preventScroll: true })}
    >
      {disable.error && <FailureNotice error={disable.error} title={t('disable.failed')} />}
      <Notice tone="warning" title={t('disable.effect')}>
        {t('disable.effectDetail')}
      </Notice>
      <WhatGoes gatewayRef={gatewayRef} isLegacy={isLegacy} />
      <AffectedRoutes gatewayRef={gatewayRef} />
      <Field
        label={t('disable.typeName', { name })}
        error={isRefused && !isConfirmed ? t('disable.nameDiffers', { name }) : undefined}
      >
        {(ids) => (
          <Input
            {...ids}
            ref={field}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPressEnter={submit}
          />
        )}
      </Field>
    </Dialog>
  )
}
