import { Suspense, useState } from 'react'
import { Link, NavLink, Outlet, useLocation, useParams } from 'react-router'
import { isLegacy, refOfName, type GatewayRef } from '@/domain/gateway'
import { useCluster } from '@/gateway/ClusterContext'
import { GatewayContext } from '@/gateway/GatewayContext'
import { DisableGatewayDialog, EditGatewayDialog, UpgradeGatewayDialog } from '@/gateway/lazy-dialogs'
import { useGateway } from '@/gateway/use-gateway'
import { loadTexts, useT } from '@/lib/i18n/t'
import { links, type GatewayKind } from '@/lib/links'
import { EmptyState } from '@/ui/EmptyState'
import { PageHeader } from '@/ui/PageHeader'
import { QueryBoundary } from '@/ui/QueryBoundary'
import { TabLinks } from '@/ui/TabLinks'
import { NotFound } from '../NotFound'
import { DetailsHeader, DetailsHeaderWaiting } from './DetailsHeader'
import { detailsTabs } from './tabs'

/** Everything below this page needs these texts. */
export const loader = async () => {
  await Promise.all([loadTexts('details'), loadTexts('dialogs'), loadTexts('options'), loadTexts('projects')])
  return null
}

type Open = { kind: 'edit'; option?: string } | { kind: 'disable' } | { kind: 'upgrade' }

/** One gateway: what it is, what can be done with it, and its parts. */
export function Component() {
  const { t } = useT()
  const { scope } = useCluster()
  const { kind = '', gatewayName: name = '' } = useParams()
  const isKind = kind === 'cluster' || kind === 'project'
  const ref = isKind ? refOfName(scope, kind, name) : null
  if (!isKind || ref === null)
    return <NotFound what={t('notFound.gateway', { name })} to={links.gateways(scope.name)} />
  return <Details key={`${scope.name}/${name}`} gatewayRef={ref} kind={kind} name={name} />
}

const lastPart = (pathname: string) => pathname.split('/').findLast((part) => part !== '')

function Details({ gatewayRef: ref, kind, name }: { gatewayRef: GatewayRef; kind: GatewayKind; name: string }) {
  const { t } = useT()
  const { pathname } = useLocation()
  const view = useGateway(ref)
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const [wasThere, setWasThere] = useState(false)
  if (view.gateway && !wasThere) setWasThere(true)
  const { cluster } = ref
  const back = links.gateways(cluster.name, kind)
  const { gateway } = view
  // What is not there has a title of its own.
  const isMissing = gateway === null && !wasThere
  const part = isMissing ? undefined : detailsTabs.find(({ path }) => path === lastPart(pathname))
  return (
    <>
      {part && <title>{t('title.page', { page: `${name} · ${t(part.label)}` })}</title>}
      {view.gateways.data === undefined && view.gateways.error && <PageHeader title={name} />}
      <QueryBoundary query={view.gateways} failed={t('gateway.loadFailed')} waiting={<DetailsHeaderWaiting />}>
        {() => {
          if (!gateway)
            return wasThere ? (
              <Gone name={name} back={back} />
            ) : (
              <NotFound what={t('notFound.gateway', { name })} to={back} />
            )
          return (
            <GatewayContext
              value={{
                ref,
                gateway,
                view,
                edit: (option) => setOpen({ kind: 'edit', ...(option === undefined ? {} : { option }) }),
              }}
            >
              <DetailsHeader kind={kind} onChoose={(action) => setOpen({ kind: action })} />
              <TabLinks label={t('details.tabs')}>
                {detailsTabs.map((tab) => (
                  <NavLink
                    key={tab.path}
                    to={links.gateway(cluster.name, kind, name, tab.path)}
                    onPointerEnter={() => void tab.load()}
                    onFocus={() => void tab.load()}
                  >
                    {t(tab.label)}
                  </NavLink>
                ))}
              </TabLinks>
              <Outlet />
            </GatewayContext>
          )
        }}
      </QueryBoundary>
      <Suspense>
        {open?.kind === 'edit' && (
          <EditGatewayDialog
            gatewayRef={ref}
            {...(open.option === undefined ? {} : { option: open.option })}
            onDone={close}
          />
        )}
        {open?.kind === 'disable' && (
          <DisableGatewayDialog gatewayRef={ref} isLegacy={gateway ? isLegacy(gateway) : false} onDone={close} />
        )}
        {open?.kind === 'upgrade' && <UpgradeGatewayDialog gatewayRef={ref} onDone={close} />}
      </Suspense>
    </>
  )
}

/** It was there when the page was opened and is not any more. */
function Gone({ name, back }: { name: string; back: string }) {
  const { t } = useT()
  return (
    <EmptyState as="h1" title={t('details.goneTitle')} action={<Link to={back}>{t('details.goneBack')}</Link>}>
      {t('details.goneText', { name })}
    </EmptyState>
  )
}
