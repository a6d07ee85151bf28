import { createBrowserRouter, Navigate, redirect, useParams, type RouteObject } from 'react-router'
import { sessionStore } from '@/api/session-store'
import { loadTexts } from '@/lib/i18n/t'
import { links } from '@/lib/links'
import { ClusterLayout } from '@/pages/ClusterLayout'
import { NotFound } from '@/pages/NotFound'
import { detailsTabs } from '@/pages/gateway-details/tabs'
import { ClusterGatewayTab } from '@/pages/gateway-settings/ClusterGatewayTab'
import { GatewaySettingsPage } from '@/pages/gateway-settings/GatewaySettingsPage'
import { RouteError } from './RouteError'
import { Shell } from './Shell'

const requireSession = ({ request }: { request: Request }) => {
  if (sessionStore.get().kind !== 'signed-out') return null
  const { pathname, search } = new URL(request.url)
  const base = import.meta.env.BASE_URL.replace(/\/$/, '')
  return redirect(links.login(pathname.slice(base.length) + search))
}

function ToClusterGateway() {
  const { cluster = '' } = useParams()
  return <Navigate to={links.gateways(cluster)} replace />
}

const routes: RouteObject[] = [
  {
    path: '/login',
    loader: () => loadTexts('signIn').then(() => null),
    lazy: () => import('@/pages/login/LoginPage'),
    errorElement: <RouteError />,
    HydrateFallback: () => null,
  },
  {
    path: '/',
    loader: requireSession,
    HydrateFallback: () => null,
    element: <Shell />,
    errorElement: <RouteError />,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          { index: true, element: <Navigate to={links.clusters()} replace /> },
          { path: 'clusters', lazy: () => import('@/pages/cluster-management/ClustersPage') },
          {
            path: 'clusters/:cluster',
            element: <ClusterLayout />,
            children: [
              { index: true, element: <ToClusterGateway /> },
              { path: 'gateways', element: <ToClusterGateway /> },
              {
                path: 'gateways',
                element: <GatewaySettingsPage />,
                children: [
                  { path: 'cluster', element: <ClusterGatewayTab /> },
                  {
                    path: 'project',
                    loader: () => Promise.all([loadTexts('projects'), loadTexts('dialogs')]).then(() => null),
                    lazy: () => import('@/pages/gateway-settings/projects/ProjectGatewaysTab'),
                  },
                ],
              },
              {
                path: 'gateways/:kind/:gatewayName',
                lazy: () => import('@/pages/gateway-details/GatewayDetailsPage'),
                children: [
                  { index: true, element: <Navigate to={detailsTabs[0].path} replace /> },
                  ...detailsTabs.map(({ path, load }) => ({ path, lazy: load })),
                  { path: '*', element: <NotFound /> },
                ],
              },
            ],
          },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]

export const createRouter = () => createBrowserRouter(routes, { basename: import.meta.env.BASE_URL })
