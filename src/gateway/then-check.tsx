import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { findGateway, gatewayQueries } from '@/api/gateways'
import { hasTracing, type GatewayRef } from '@/domain/gateway'
import { EnableProjectGatewayDialog as EnableProject } from './EnableProjectGatewayDialog'
import { EditGatewayDialog as Edit } from './EditGatewayDialog'
import { EnableGatewayDialog as Enable } from './EnableGatewayDialog'
import { TracingDialog } from './TracingDialog'

/** The forms, followed by a look at the routes when they have switched tracing on. */

interface Props {
  gatewayRef: GatewayRef
  onDone: () => void
}

export function EnableGatewayDialog({ gatewayRef, onDone }: Props) {
  const client = useQueryClient()
  const [isChecking, setChecking] = useState(false)
  const done = () => {
    const made = findGateway(gatewayRef, client.getQueryData(gatewayQueries.ofProject(gatewayRef).queryKey) ?? null)
    if (made !== null && hasTracing(made)) setChecking(true)
    else onDone()
  }
  return isChecking ? (
    <TracingDialog gatewayRef={gatewayRef} onDone={onDone} />
  ) : (
    <Enable gatewayRef={gatewayRef} onDone={done} />
  )
}

export function EditGatewayDialog({ option, ...props }: Props & { option?: string }) {
  const { gatewayRef, onDone } = props
  const client = useQueryClient()
  const editable = gatewayQueries.editable(gatewayRef)
  // The form loads it; here it is only remembered how tracing was.
  const { data } = useQuery({ ...editable, enabled: false })
  const [wasTracing, setWasTracing] = useState<boolean>()
  if (data !== undefined && wasTracing === undefined) setWasTracing(hasTracing(data))
  const [isChecking, setChecking] = useState(false)
  const done = () => {
    const saved = client.getQueryData(editable.queryKey)
    if (wasTracing === false && saved !== undefined && hasTracing(saved)) setChecking(true)
    else onDone()
  }
  return isChecking ? (
    <TracingDialog gatewayRef={gatewayRef} onDone={onDone} />
  ) : (
    <Edit gatewayRef={gatewayRef} {...(option === undefined ? {} : { option })} onDone={done} />
  )
}

export function EnableProjectGatewayDialog({ onDone }: Pick<Props, 'onDone'>) {
  const [checked, setChecked] = useState<GatewayRef | null>(null)
  return checked === null ? (
    <EnableProject onDone={(tracing) => (tracing ? setChecked(tracing) : onDone())} />
  ) : (
    <TracingDialog gatewayRef={checked} onDone={onDone} />
  )
}
