import type { ComponentType } from 'react'
import type { DetailsTab } from '@/lib/links'
import type { PlainKey } from '@/lib/i18n/t'

interface Tab {
  readonly path: DetailsTab
  readonly label: PlainKey
  readonly load: () => Promise<{ Component: ComponentType }>
}

/** The parts of a gateway's page, each a route of its own that is loaded when it is wanted, or a moment before. */
export const detailsTabs = [
  { path: 'monitors', label: 'details.monitors', load: () => import('./monitoring/MonitoringTab') },
  {
    path: 'resource-status',
    label: 'details.resourceStatus',
    load: () => import('./resource-status/ResourceStatusTab'),
  },
  { path: 'gateway-configs', label: 'details.configs', load: () => import('./configuration/ConfigurationTab') },
  { path: 'logs', label: 'details.logs', load: () => import('./logs/LogsTab') },
  { path: 'tracing', label: 'tracing.label', load: () => import('./tracing/TracingTab') },
  { path: 'metadata', label: 'details.metadata', load: () => import('./metadata/MetadataTab') },
] as const satisfies readonly Tab[]
