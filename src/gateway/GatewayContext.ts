import { createContext, use } from 'react'
import type { Gateway } from '@/wire/gateway'
import type { GatewayRef } from '@/domain/gateway'
import type { useGateway } from './use-gateway'

/** The gateway of the page one is on, and what can be done from any part of the page. */
export interface GatewayHere {
  readonly ref: GatewayRef
  readonly gateway: Gateway
  readonly view: ReturnType<typeof useGateway>
  /** Opens the form; with the name of an option, at that option. */
  readonly edit: (option?: string) => void
}

export const GatewayContext = createContext<GatewayHere | null>(null)

export function useGatewayHere(): GatewayHere {
  const here = use(GatewayContext)
  if (here === null) throw new Error('useGatewayHere outside of the page of a gateway')
  return here
}
