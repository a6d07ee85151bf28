import { createMemoryRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { beforeAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { startI18n } from '@/lib/i18n/t'
import { RouteError } from './RouteError'

beforeAll(() => startI18n('en'))

const page = (loader: () => unknown) =>
  render(
    <RouterProvider
      router={createMemoryRouter([
        { path: '/', loader, element: <p>Fine</p>, errorElement: <RouteError />, HydrateFallback: () => null },
      ])}
      onError={() => {}}
    />,
  )

test('a page that went wrong says so in the words of the error, and offers to load it again', async () => {
  const screen = await page(() => {
    throw new Error('the code of this page could not be fetched')
  })
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('This page went wrong')
  await expect.element(screen.getByText('the code of this page could not be fetched')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Reload' })).toBeVisible()
})

test('a page that does not exist says so, with a way on', async () => {
  const screen = await page(() => {
    throw new Response(null, { status: 404 })
  })
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Nothing here')
  await expect.element(screen.getByRole('link', { name: 'Go back' })).toHaveAttribute('href', '/')
})
