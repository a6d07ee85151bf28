import type { Locator, Page, Request } from '@playwright/test'
import { CLUSTER_GATEWAY } from './actions'
import { expect } from './test'

export const gateway = `/clusters/default/gateways/cluster/${CLUSTER_GATEWAY}`
export const monitors = `${gateway}/monitors`
export const PATH = '/kapis/monitoring.kubesphere.io/v1alpha3/namespaces/'

export const query = (request: Request) => new URL(request.url()).searchParams
export const isMetrics = (request: Request) => new URL(request.url()).pathname.includes(PATH)
export const isNow = (request: Request) => isMetrics(request) && query(request).has('duration')
/** A range of all metrics; single projects are asked for theirs beside it. */
export const isRange = (request: Request) =>
  isMetrics(request) && query(request).has('start') && (query(request).get('metrics_filter') ?? '').includes('5xx')

export const spanOf = (request: Request) => Number(query(request).get('end')) - Number(query(request).get('start'))

export const figure = (page: Page, name: string): Locator => page.getByRole('figure', { name, exact: true })
export const legend = (page: Page, name: string): Locator => page.getByRole('list', { name: `Legend of ${name}` })
export const REQUESTS = 'Requests per second by route'

/** Opens the tab with parameters of its own, when the first answers are on screen. */
export async function see(page: Page, open: (path: string) => Promise<void>, search = ''): Promise<void> {
  await open(monitors)
  await expect(page.getByRole('heading', { name: 'Now' })).toBeVisible()
  if (search !== '') await page.goto(`${monitors}?${search}`)
  await expect(page.getByRole('figure')).not.toHaveCount(0)
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
}

export async function more(page: Page, chart: string, entry: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${chart}` }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}
