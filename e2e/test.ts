import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import type { Fault, ScenarioName, UserName } from '@mocks/scenarios'

interface World {
  /** Which platform the pretend server plays. */
  scenario: ScenarioName
  /** Who is signed in; null for nobody. */
  user: UserName | null
  /** What goes wrong. */
  faults: readonly Fault[]
  /** How fast things come up: 1 as in the demo, 0 at once. */
  pace: number
  /** Opens a path of the console in that world. */
  open: (path: string) => Promise<void>
}

/** The browser's own log of answers that were refusals; the screen tells of them, and the test looks there. */
const isNetworkLog = (text: string) => text.startsWith('Failed to load resource')

/** Every test fails on an error that the page throws or logs. */
export const test = base.extend<World>({
  scenario: ['nodeport', { option: true }],
  user: ['admin', { option: true }],
  faults: [[], { option: true }],
  pace: [0.5, { option: true }],
  page: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(`page error: ${error.message}`))
    page.on('console', (message) => {
      const isBad = message.type() === 'error' || message.type() === 'warning'
      if (isBad && !isNetworkLog(message.text())) errors.push(`console ${message.type()}: ${message.text()}`)
    })
    await use(page)
    expect(errors).toEqual([])
  },
  open: async ({ page, scenario, user, faults, pace }, use) => {
    await use(async (path) => {
      const search = new URLSearchParams({ scenario, pace: String(pace) })
      if (user !== null) search.set('user', user)
      for (const fault of faults) search.append('fault', fault)
      await page.goto(`${path}?${search.toString()}`)
    })
  },
})

/** No finding of axe on what is shown now. */
export async function expectAccessible(page: Page): Promise<void> {
  // A colour on its way to another is neither.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(
    violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([])
}

export { expect }
