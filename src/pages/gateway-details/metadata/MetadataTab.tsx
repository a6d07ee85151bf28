import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { workloadQueries } from '@/api/workloads'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { useT } from '@/lib/i18n/t'
import { textParam, useSearchParam } from '@/lib/use-search-param'
import { FailureNotice } from '@/ui/FailureNotice'
import styles from './MetadataTab.module.css'
import { PairsPanel } from './PairsPanel'

const textCodec = textParam()

/** Labels and annotations of the gateway and, apart from them, of the Service that was made for it. */
export function Component() {
  const { t } = useT()
  const { ref, gateway } = useGatewayHere()
  const service = useQuery(workloadQueries.service(ref))
  const [text, setText] = useSearchParam('q', textCodec, { replace: true })
  const ofService = service.data?.metadata
  const missing = service.data === null ? t('meta.noService') : t('meta.none')
  return (
    <>
      <Input
        className={styles['search'] ?? ''}
        prefix={<SearchOutlined aria-hidden />}
        allowClear
        aria-label={t('meta.search')}
        placeholder={t('meta.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <PairsPanel title={t('meta.gatewayLabels')} map={gateway.metadata.labels} text={text} empty={t('meta.none')} />
      <PairsPanel
        title={t('meta.gatewayAnnotations')}
        map={gateway.metadata.annotations}
        text={text}
        empty={t('meta.none')}
      />
      {service.error && (
        <FailureNotice
          error={service.error}
          title={t('meta.serviceFailed')}
          onRetry={() => void service.refetch()}
          retrying={service.isFetching}
        />
      )}
      {(service.data !== undefined || service.isPending) && (
        <>
          <PairsPanel
            title={t('meta.serviceLabels')}
            map={ofService?.labels}
            text={text}
            empty={missing}
            isPending={service.isPending}
          />
          <PairsPanel
            title={t('meta.serviceAnnotations')}
            map={ofService?.annotations}
            text={text}
            empty={missing}
            isPending={service.isPending}
          />
        </>
      )}
    </>
  )
}
