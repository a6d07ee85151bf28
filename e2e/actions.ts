import { expect, type Locator, type Page, type Request } from '@playwright/test'

export const CLUSTER_GATEWAY = 'kubesphere-router-kubesphere-system'
export const settings = '/clusters/default/gateways/cluster'
const RAW = '/apis/gateway.kubesphere.io/v1alpha1/namespaces/kubesphere-controls-system/gateways'
export const rawPath = `${RAW}/${CLUSTER_GATEWAY}`

/** The value beside a label, such as the one of "Address". */
export const fact = (page: Page, label: string): Locator =>
  page
    .locator('dl > div')
    .filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${label}$`) }) })
    .getByRole('definition')

/**
 * Writes down every text that a fact shows from now on, so that a state which passes quickly is not missed. Gives what
 * was seen so far.
 */
export async function recordFact(page: Page, label: string): Promise<() => Promise<readonly string[]>> {
  const seen = await page.evaluateHandle((name) => {
    const texts: string[] = []
    const look = () => {
      const terms = [...document.querySelectorAll('dt')]
      const text = terms.find((term) => term.textContent === name)?.nextElementSibling?.textContent
      if (text && text !== texts.at(-1)) texts.push(text)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
    look()
    return texts
  }, label)
  return () => seen.jsonValue()
}

export async function choose(page: Page, entry: string, menu = 'Manage'): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** Opens the edit dialog and waits for its form. */
export async function openEdit(page: Page): Promise<Locator> {
  await choose(page, 'Edit')
  const dialog = page.getByRole('dialog', { name: `Edit ${CLUSTER_GATEWAY}` })
  await expect(dialog.getByRole('radio', { name: 'NodePort' })).toBeVisible()
  return dialog
}

/** Whether a request asks what a change would do, and changes nothing. */
export const isDryRun = (request: Request): boolean => new URL(request.url()).searchParams.get('dryRun') === 'All'

/** Whether a request saves a gateway. */
export const isSave = (request: Request): boolean => request.method() === 'PUT' && !isDryRun(request)

/** What was saved from now on and accepted: a save that meets nothing but a newer status is sent again. */
export function recordSaved(page: Page): readonly unknown[] {
  const saved: unknown[] = []
  page.on('response', (response) => {
    if (isSave(response.request()) && response.ok()) saved.push(response.request().postDataJSON())
  })
  return saved
}

/** Ends an edit: looks the changes over and applies them. */
export async function saveEdit(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Review' }).click()
  await dialog.getByRole('button', { name: 'Apply' }).click()
}

/** Types a key and a value into the last row of an editor, after adding one. */
export async function addPair(
  dialog: Locator,
  noun: 'Option' | 'Annotation',
  key: string,
  value: string,
): Promise<void> {
  await dialog.getByRole('button', { name: `Add ${noun.toLowerCase()}` }).click()
  await dialog
    .getByRole('combobox', { name: new RegExp(`^${noun} \\d+ key$`) })
    .last()
    .fill(key)
  await dialog
    .getByRole('textbox', { name: new RegExp(`^${noun} \\d+ value$`) })
    .last()
    .fill(value)
}

/** What the pretend server holds, asked for in the name of the page's user. */
export const readFromServer = (page: Page, path: string): Promise<unknown> =>
  page.evaluate(async (url) => {
    const session: { accessToken: string } = JSON.parse(sessionStorage.getItem('gateway-console.session') ?? '{}')
    const response = await fetch(url, { headers: { Authorization: `Bearer ${session.accessToken}` } })
    return (await response.json()) as unknown
  }, path)

export const details = (tab = '', name = CLUSTER_GATEWAY, kind = 'cluster') =>
  `/clusters/default/gateways/${kind}/${name}${tab === '' ? '' : `/${tab}`}`

/** Does something to the pretend server as another client of the page's user would. */
export const asSomebodyElse = (
  page: Page,
  method: string,
  path: string,
  body?: unknown,
  type = 'application/json',
): Promise<number> =>
  page.evaluate(
    async ([verb, url, sent, contentType]) => {
      const session: { accessToken: string } = JSON.parse(sessionStorage.getItem('gateway-console.session') ?? '{}')
      const headers = { Authorization: `Bearer ${session.accessToken}`, 'Content-Type': contentType }
      return (await fetch(url, { method: verb, headers, ...(sent === null ? {} : { body: sent }) })).status
    },
    [method, path, body === undefined ? null : JSON.stringify(body), type] as const,
  )

/** The rows of a table, found by its name, that have this text in a cell. */
export const rowsWith = (page: Page, table: string, text: string | RegExp): Locator =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text })
