import { expect, type Locator, type Page } from '@playwright/test'
import { CLUSTER_GATEWAY, settings } from './actions'

export const logs = `${settings}/${CLUSTER_GATEWAY}/logs`
export const list = (page: Page): Locator => page.getByRole('log', { name: 'Log lines' })
export const rows = (page: Page): Locator => list(page).getByRole('listitem')

/** The list shows its last line, once the page is scrolled to the list. */
export async function expectEndInView(page: Page): Promise<void> {
  await list(page).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await expect(rows(page).last()).toBeInViewport()
}
