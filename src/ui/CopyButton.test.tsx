import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { startI18n } from '@/lib/i18n/t'
import { CopyButton } from './CopyButton'

beforeAll(() => startI18n('en'))
afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'clipboard')
})

test('a page that came over plain http copies all the same', async () => {
  vi.stubGlobal('isSecureContext', false)
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
  const copied = new Promise<string>((resolve) =>
    document.addEventListener('copy', () => resolve(String(document.getSelection())), { once: true, capture: true }),
  )
  const screen = await render(<CopyButton value="192.168.140.2" />)
  await screen.getByRole('button', { name: 'Copy 192.168.140.2' }).click()
  await expect.element(screen.getByText('Copied')).toBeInTheDocument()
  expect(await copied).toBe('192.168.140.2')
})
