import { useQuery } from '@tanstack/react-query'
import { findGateway, gatewayQueries } from '@/api/gateways'
import { workloadQueries } from '@/api/workloads'
import { gatewayExposure } from '@/domain/address'
import { serviceType, wantedReplicas, type GatewayRef } from '@/domain/gateway'
import { deleteCommand } from '@/domain/gateway-commands'
import { formatList } from '@/lib/format'
import { languageTag, useT } from '@/lib/i18n/t'
import { TakeAlong } from './TakeAlong'
import styles from './WhatGoes.module.css'
import { yamlOf } from './YamlDiff'

/** What is removed with a gateway, and how to keep its settings; nothing while it is not known. */
export function WhatGoes({ gatewayRef, isLegacy }: { gatewayRef: GatewayRef; isLegacy: boolean }) {
  const { t, language } = useT()
  const gateways = useQuery(gatewayQueries.ofProject(gatewayRef))
  const service = useQuery(workloadQueries.service(gatewayRef))
  const gateway = findGateway(gatewayRef, gateways.data ?? null)
  if (gateway === null) return null
  const { name } = gateway.metadata
  const exposure = gatewayExposure(gateway, service.data)
  const addresses = exposure.kind === 'known' ? exposure.addresses.map((address) => address.value) : []
  const count = (map: object | null | undefined) => Object.keys(map ?? {}).length
  return (
    <section className={styles['goes']} aria-label={t('goes.label')}>
      <p className={styles['title']}>{t('goes.label')}</p>
      <ul className={styles['list']}>
        <li>{t('goes.pods', { count: Math.max(0, wantedReplicas(gateway)) })}</li>
        <li>{t('goes.service', { name, type: serviceType(gateway) })}</li>
        {addresses.length > 0 && (
          <li>{t('goes.address', { addresses: formatList(addresses, languageTag(language)) })}</li>
        )}
        {!isLegacy && (
          <li>
            {t('goes.settings', {
              options: count(gateway.spec.controller?.config),
              annotations: count(gateway.spec.service?.annotations),
            })}
          </li>
        )}
      </ul>
      {!isLegacy && <TakeAlong command={deleteCommand(name)} yaml={yamlOf(gateway)} />}
    </section>
  )
}
