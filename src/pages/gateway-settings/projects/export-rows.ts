import { creatorOf, providerOf } from '@/domain/gateway'
import type { GatewayRow } from '@/domain/gateway-row'
import { providerName } from '@/domain/lb-providers'
import { statusWord } from '@/gateway/GatewayStatus'
import type { Translate } from '@/lib/i18n/t'

const portOf = (row: GatewayRow) => row.ports.map((port) => (row.type === 'NodePort' ? port.nodePort : port.port))

/** Lines of a file: the titles, then every gateway with all that the table can show. Times as the server writes them. */
export function exportRows(rows: readonly GatewayRow[], t: Translate): readonly (readonly (string | number)[])[] {
  const titles = [
    t('projects.name'),
    t('projects.project'),
    t('fact.status'),
    t('fact.mode'),
    t('fact.provider'),
    t('fact.address'),
    t('fact.ports'),
    t('export.ready'),
    t('export.wanted'),
    t('tracing.label'),
    t('fact.creator'),
    t('fact.created'),
  ]
  const lines = rows.map((row) => {
    const provider = providerOf(row.gateway)
    return [
      row.name,
      row.project,
      row.state === null ? '' : statusWord(row.state, t),
      row.type,
      provider === null ? '' : providerName(provider),
      row.exposure.kind === 'known' ? row.exposure.addresses.map((address) => address.value).join(' ') : '',
      portOf(row)
        .filter((port) => port !== undefined)
        .join(' '),
      row.ready ?? '',
      row.wanted,
      row.tracing ? t('state.on') : t('state.off'),
      creatorOf(row.gateway) ?? '',
      row.gateway.metadata.creationTimestamp ?? '',
    ]
  })
  return [titles, ...lines]
}
