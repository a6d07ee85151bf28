import type { Plugin } from 'vite'

const STUB = '\0without-unique-tooltip'

/**
 * Leaves out the code of `<ConfigProvider tooltip={{ unique: true }}>`, which this console does not ask for. antd's
 * provider imports it all the same, and with it everything that opens floating boxes: 7 kB of the first view.
 */
export const withoutUniqueTooltip = (): Plugin => ({
  name: 'gateway-console:without-unique-tooltip',
  enforce: 'pre',
  apply: 'build',
  resolveId: (source, importer) =>
    source === '../tooltip/UniqueProvider' && importer?.includes('/antd/es/config-provider/') ? STUB : null,
  load: (id) => (id === STUB ? 'export default ({ children }) => children' : null),
})
