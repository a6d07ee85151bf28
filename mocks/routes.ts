import type { RouteParts } from './fixtures'

/** Routes with hosts one could meet in the wild, on names that nobody can own. */
const routes: readonly RouteParts[] = [
  { project: 'shop', name: 'storefront', host: 'shop.example.com', service: 'web' },
  { project: 'shop', name: 'search', host: 'search.example.com', service: 'search' },
  {
    project: 'shop',
    name: 'checkout',
    host: 'checkout.example.com',
    service: 'checkout',
    paths: ['/cart', '/pay'],
    annotations: { 'nginx.ingress.kubernetes.io/service-upstream': 'true' },
  },
  { project: 'shop-staging', name: 'storefront', host: 'shop.staging.example.com', service: 'web' },
  { project: 'billing', name: 'invoices', host: 'billing.example.com', service: 'invoices', paths: ['/api', '/'] },
  { project: 'billing', name: 'webhooks', host: 'hooks.billing.example.com', service: 'webhooks', tls: true },
  { project: 'legacy-app', name: 'intranet', host: 'intranet.example.com', service: 'portal' },
  { project: 'dev', name: 'preview', host: 'dev.example.com', service: 'preview' },
  { project: 'dev-2', name: 'preview', host: 'dev-2.example.com', service: 'preview' },
  { project: 'payments', name: 'api', host: 'pay.example.com', service: 'api' },
]

/** The routes of these projects. */
export const routesOf = (projects: readonly string[]): RouteParts[] =>
  routes.filter(({ project }) => projects.includes(project))
