import { SearchOutlined } from '@ant-design/icons'
import { Input, Segmented } from 'antd'
import { controllerImage, controllerVersion } from '@/domain/controller-options'
import { allOptions, setOptions, type OptionRow } from '@/domain/option-rows'
import { useGatewayHere } from '@/gateway/GatewayContext'
import { useActionReasons } from '@/gateway/use-action-reasons'
import { useOptionMeanings } from '@/gateway/use-option-meanings'
import { useT } from '@/lib/i18n/t'
import { choiceParam, textParam, useSearchParam } from '@/lib/use-search-param'
import { CopyButton } from '@/ui/CopyButton'
import { EmptyState } from '@/ui/EmptyState'
import { FailureNotice } from '@/ui/FailureNotice'
import { Panel } from '@/ui/Panel'
import styles from './ConfigurationTab.module.css'
import { OptionTable } from './OptionTable'

const views = ['set', 'all'] as const
const viewCodec = choiceParam(views, 'set')
const textCodec = textParam()

const asLine = (row: OptionRow) => `${row.name}: ${JSON.stringify(row.value ?? '')}`

/** What the controller is told, beside what it would do by itself, and what each option means. */
export function Component() {
  const { t } = useT()
  const { ref, gateway, view: here, edit } = useGatewayHere()
  const [view, setView] = useSearchParam('options', viewCodec)
  const [text, setText] = useSearchParam('q', textCodec, { replace: true })
  const meanings = useOptionMeanings()
  const reason = useActionReasons(ref, gateway).edit
  const version = controllerVersion(controllerImage(here.deployment))
  const config = gateway.spec.controller?.config ?? {}
  const set = setOptions(config, version)
  const wanted = text.trim().toLowerCase()
  const rows = (view === 'all' ? allOptions(config, version) : set).filter((row) =>
    [row.name, row.value, meanings.data?.[row.name]].some((part) => part?.toLowerCase().includes(wanted)),
  )
  return (
    <Panel
      title={t('details.configs')}
      extra={
        <span className={styles['tools']}>
          <Segmented
            aria-label={t('config.view')}
            value={view}
            options={[
              { value: 'set', label: t('config.onlySet') },
              { value: 'all', label: t('config.all') },
            ]}
            onChange={setView}
          />
          <Input
            className={styles['search'] ?? ''}
            prefix={<SearchOutlined aria-hidden />}
            allowClear
            aria-label={t('config.search')}
            placeholder={t('config.search')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </span>
      }
    >
      {meanings.error && (
        <FailureNotice
          error={meanings.error}
          title={t('config.meaningsFailed')}
          onRetry={() => void meanings.refetch()}
          retrying={meanings.isFetching}
        />
      )}
      {rows.length === 0 ? (
        wanted === '' ? (
          <EmptyState title={t('config.none')}>{t('config.noneText')}</EmptyState>
        ) : (
          <p className={styles['none']}>{t('config.noMatch', { text })}</p>
        )
      ) : (
        <>
          <OptionTable rows={rows} meanings={meanings.data ?? null} reason={reason} onEdit={edit} />
          <p className={styles['foot']}>
            <output>{t('config.count', { count: rows.length })}</output>
            {set.length > 0 && <CopyButton value={set.map(asLine).join('\n')} text={t('config.copyAll')} />}
          </p>
        </>
      )}
    </Panel>
  )
}
