import { PortsPanel } from './PortsPanel'

/** What carries the gateway: its ports, replicas and pods. */
export function Component() {
  return <PortsPanel />
}
