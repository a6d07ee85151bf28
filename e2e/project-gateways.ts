import type { Locator, Page } from '@playwright/test'

/** The tab, its rows and what tests read off them. */

export const projectTab = '/clusters/default/gateways/project'
export const table = (page: Page): Locator => page.getByRole('table', { name: 'Project Gateways' })

/** The row of a project's gateway. */
export const row = (page: Page, project: string): Locator =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: `kubesphere-router-${project}`, exact: true }) })

/** The names in the order in which they stand. */
export const names = (page: Page): Promise<readonly string[]> =>
  table(page)
    .getByRole('link', { name: /^kubesphere-router-/ })
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''))

/** Opens the menu of a row, and chooses from it when told what. */
export async function openMenu(page: Page, project: string, entry?: string): Promise<void> {
  await row(page, project)
    .getByRole('button', { name: `Actions for kubesphere-router-${project}` })
    .click()
  if (entry !== undefined) await page.getByRole('menuitem', { name: entry }).click()
}

/** Every request from now on that changes something, as `METHOD path`; signing in is none. */
export function recordWrites(page: Page): readonly string[] {
  const writes: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() !== 'GET' && pathname !== '/oauth/token') writes.push(`${request.method()} ${pathname}`)
  })
  return writes
}

/** Every query from now on that the list of all gateways is asked with. */
export function recordLists(page: Page): readonly URLSearchParams[] {
  const lists: URLSearchParams[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.pathname.endsWith('/kapis/gateway.kubesphere.io/v1alpha1/gateways')) lists.push(url.searchParams)
  })
  return lists
}
