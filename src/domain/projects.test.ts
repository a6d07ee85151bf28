import { expect, test } from 'vitest'
import { isSystemProject } from './projects'

const namespace = (name: string, workspace?: string) => ({
  metadata: { name, ...(workspace && { labels: { 'kubesphere.io/workspace': workspace } }) },
})

test.each([
  ['shop', 'demo-ws', false],
  ['shop', undefined, false],
  ['kube-system', 'system-workspace', true],
  ['kubesphere-system', undefined, true],
  ['kubesphere-system-2', 'demo-ws', false],
  ['kubesphere-controls-system', 'demo-ws', true],
])('%s in workspace %s', (name, workspace, is) => expect(isSystemProject(namespace(name, workspace))).toBe(is))
