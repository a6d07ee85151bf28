import { expect, type Locator, type Page } from '@playwright/test'
import { CLUSTER_GATEWAY, settings } from './actions'

/** The Gateway Logs tab, as the specs of logs use it. */
export const logs = `${settings}/${CLUSTER_GATEWAY}/logs`
export const list = (page: Page): Locator => page.getByRole('log', { name: 'Log lines' })
export const rows = (page: Page): Locator => list(page).getByRole('listitem')
export const pods = (page: Page): Locator => page.getByRole('group', { name: 'Pods' })
export const find = (page: Page): Locator => page.getByRole('search', { name: 'Find in view' })

/** The list shows its last line, once the page is scrolled to the list. */
export async function expectEndInView(page: Page): Promise<void> {
  await list(page).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await expect(rows(page).last()).toBeInViewport()
}

/** How many lines the viewer says it shows. */
export const shownCount = async (page: Page): Promise<number> => {
  const text = (await page.getByText(/^Lines: /).textContent()) ?? ''
  return Number(/Lines: ([\d,]+)/.exec(text)?.[1]?.replaceAll(',', ''))
}

/** Whether a request is for the log of a pod. */
export const isLog = (url: string): boolean => /\/pods\/[^/]+\/log\?/.test(url)
