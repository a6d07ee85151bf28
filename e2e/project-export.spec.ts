import { readFile } from 'node:fs/promises'
import { projectTab } from './project-gateways'
import { expect, test } from './test'

test.describe('export', () => {
  test.use({ scenario: 'many-projects' })

  test('writes every page of what is filtered into one file, each gateway once', async ({ page, open }) => {
    await open(projectTab)
    await page.getByRole('searchbox').fill('harbor')
    await expect(page.getByText('2000 project gateways')).toBeHidden()
    const told = await page.getByText(/^\d+ project gateways$/).textContent()
    const total = Number.parseInt(told ?? '', 10)
    expect(total).toBeGreaterThan(200)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^project-gateways-default-\d{4}-\d\d-\d\d\.csv$/)
    const [head, ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
    expect(head).toBe(
      '\uFEFFName,Project,Status,Access mode,Provider,Address,Ports,Replicas ready,Replicas wanted,Tracing,Creator,Created',
    )
    expect(lines).toHaveLength(total)
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(total)
    expect(lines.every((line) => line.includes('harbor') && line.includes(',Ready,'))).toBe(true)
    await expect(page.getByRole('status').filter({ hasText: 'gateways exported' })).toBeVisible()
  })

  test.describe('beside the cluster gateway', () => {
    test.use({ scenario: 'both-kinds' })

    test('holds the project gateways only', async ({ page, open }) => {
      await open(projectTab)
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Export' }).click()
      const text = await readFile(await (await download).path(), 'utf8')
      const exported = text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0])
      expect(exported).toEqual(['kubesphere-router-dev', 'kubesphere-router-shop'])
    })
  })

  test.describe('on a slow server', () => {
    test.use({ faults: ['slow@reads'] })

    test('tells how far it is, and can be given up', async ({ page, open }) => {
      await open(projectTab)
      await expect(page.getByText('2000 project gateways')).toBeVisible()
      let downloads = 0
      page.on('download', () => (downloads += 1))
      await page.getByRole('button', { name: 'Export' }).click()
      const dialog = page.getByRole('dialog', { name: 'Export Project Gateways' })
      await expect(dialog.getByRole('progressbar')).toHaveAccessibleName('100 of 2000 gateways read')
      const givenUp = page.waitForEvent('requestfailed', (request) => request.url().includes('limit=100'))
      await dialog.getByRole('button', { name: 'Cancel' }).click()
      await expect(dialog).toBeHidden()
      // The request that was on its way is given up.
      expect(new URL((await givenUp).url()).searchParams.get('page')).toBe('2')
      const late: string[] = []
      page.on('request', (request) => late.push(request.url()))
      await page.getByRole('searchbox').fill('harbor')
      await expect(page).toHaveURL(/name=harbor/)
      await expect(page.getByText(/^\d{3} project gateways$/)).toBeVisible()
      expect(late.filter((url) => url.includes('limit=100'))).toEqual([])
      // The table asks for those of its twenty rows; the export asked for fifty at once.
      const asked = late
        .map((url) => new URL(url))
        .filter(({ pathname }) => pathname.endsWith('/deployments'))
        .map(({ searchParams }) => searchParams.get('names')?.split(',').length ?? 0)
      expect(Math.max(0, ...asked)).toBeLessThanOrEqual(20)
      expect(downloads).toBe(0)
    })
  })
})
