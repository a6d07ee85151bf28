import type { NamespacePage } from '@/wire/session'
import { CLUSTER_GATEWAY_PROJECT, GATEWAY_NAMESPACE } from './gateway'

type Project = NonNullable<NamespacePage['items']>[number]

const WORKSPACE = 'kubesphere.io/workspace'
const SYSTEM_WORKSPACE = 'system-workspace'

/**
 * Whether a namespace belongs to the platform. A gateway for `kubesphere-system` would even be the cluster gateway
 * (recording d42), so that name counts whatever its labels say.
 */
export const isSystemProject = ({ metadata }: Project): boolean =>
  metadata.labels?.[WORKSPACE] === SYSTEM_WORKSPACE ||
  metadata.name === CLUSTER_GATEWAY_PROJECT ||
  metadata.name === GATEWAY_NAMESPACE
