import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { loadTexts, startI18n } from '@/lib/i18n/t'
import { SignInForm } from './SignInForm'

beforeAll(async () => {
  await startI18n('en')
  await loadTexts('signIn')
})
afterEach(() => vi.unstubAllGlobals())

test('a dead API server is a clear message in the form, in the words of the proxy, and nothing typed is lost', async () => {
  const said = 'KubeSphere API server http://192.168.0.2:30881 is not reachable: ECONNREFUSED'
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(said, { status: 502, headers })))
  const done = vi.fn()
  const screen = await render(
    <QueryClientProvider client={new QueryClient()}>
      <SignInForm onDone={done} />
    </QueryClientProvider>,
  )
  await screen.getByRole('textbox', { name: 'User name' }).fill('admin')
  await screen.getByLabelText('Password', { exact: true }).fill('secret')
  await screen.getByRole('button', { name: 'Sign in' }).click()
  const alert = screen.getByRole('alert')
  await expect.element(alert).toHaveTextContent('The KubeSphere API server is not reachable.')
  await expect.element(alert).toHaveTextContent(said)
  await expect.element(screen.getByRole('textbox', { name: 'User name' })).toHaveValue('admin')
  await expect.element(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  expect(done).not.toHaveBeenCalled()
})
