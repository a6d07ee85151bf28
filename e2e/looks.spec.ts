import {
  asSomebodyElse,
  choose,
  CLUSTER_GATEWAY,
  details,
  openEdit,
  rawPath,
  readFromServer,
  settings,
} from './actions'
import { expect, expectAccessible, test } from './test'

const variants = [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
] as const

const names = {
  en: {
    manage: 'Manage',
    edit: 'Edit',
    disable: 'Disable',
    addOption: 'Add option',
    review: 'Review',
    back: 'Back',
    discard: 'Discard',
    retry: 'Retry',
    cluster: 'Cluster Gateway',
    project: 'Project Gateways',
    resourceStatus: 'Resource Status',
    configs: 'Configuration Options',
    tracing: 'Tracing',
    metadata: 'Metadata',
    notFound: 'Nothing here',
    signIn: 'Sign in',
    clusters: 'Cluster Management',
    ended: 'OOMKilled, exit code 137',
  },
  zh: {
    manage: '管理',
    edit: '编辑',
    disable: '禁用',
    addOption: '添加选项',
    review: '检查更改',
    back: '返回',
    discard: '放弃',
    retry: '重试',
    cluster: '集群网关',
    project: '项目网关',
    resourceStatus: '资源状态',
    configs: '配置选项',
    tracing: '链路追踪',
    metadata: '元数据',
    notFound: '此处没有内容',
    signIn: '登录',
    clusters: '集群管理',
    ended: 'OOMKilled, 退出码 137',
  },
} as const

for (const { language, theme } of variants) {
  test.describe(`${language}, ${theme}`, () => {
    const words = names[language]
    test.beforeEach(async ({ page }) => {
      await page.addInitScript(
        ([chosenLanguage, chosenTheme]) => {
          localStorage.setItem('gateway-console.language', chosenLanguage)
          localStorage.setItem('gateway-console.theme', chosenTheme)
        },
        [language, theme] as const,
      )
    })

    for (const [path, title] of [
      [settings, words.cluster],
      ['/clusters/default/gateways/project', words.project],
      [details('resource-status'), `${CLUSTER_GATEWAY} · ${words.resourceStatus}`],
      [details('gateway-configs'), `${CLUSTER_GATEWAY} · ${words.configs}`],
      [`${details('gateway-configs')}?options=all`, `${CLUSTER_GATEWAY} · ${words.configs}`],
      [details('tracing'), `${CLUSTER_GATEWAY} · ${words.tracing}`],
      [details('metadata'), `${CLUSTER_GATEWAY} · ${words.metadata}`],
      [details('', 'kubesphere-router-nothing', 'project'), words.notFound],
      ['/nowhere', words.notFound],
    ] as const) {
      test(`${path} is accessible and logs nothing`, async ({ page, open }) => {
        await open(path)
        await expect(page.locator('main h1, main h2').first()).toBeVisible()
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
        await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? 'zh-CN' : 'en')
        await expect(page).toHaveTitle(`${title} · Gateway Console`)
        await expectAccessible(page)
      })
    }

    test.describe('a rollout that stalls', () => {
      test.use({ scenario: 'crash-loop' })
      test('with a pod unfolded it is accessible and logs nothing', async ({ page, open }) => {
        await open(details('resource-status'))
        const pods = page.getByRole('table').nth(1)
        await expect(pods.getByRole('cell').filter({ hasText: words.ended }).first()).toBeVisible()
        await pods.getByRole('button').first().click()
        await expect(pods.getByRole('heading', { level: 3 })).toBeVisible()
        await expectAccessible(page)
      })
    })

    test('the sign-in page is accessible and logs nothing', async ({ page }) => {
      await page.goto('/login')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page).toHaveTitle(`${words.signIn} · Gateway Console`)
      await expectAccessible(page)
    })

    test.describe('several clusters', () => {
      test.use({ scenario: 'multicluster' })
      test('the list of clusters is accessible and logs nothing', async ({ page, open }) => {
        await open('/clusters')
        await expect(page.getByRole('link', { name: 'member-east' })).toBeVisible()
        await expect(page).toHaveTitle(`${words.clusters} · Gateway Console`)
        await expectAccessible(page)
      })
    })

    test.describe('a server that fails', () => {
      test.use({ faults: ['error-500@reads'] })
      for (const path of [settings, '/clusters/default/gateways/project', details('metadata')])
        test(`${path} tells it accessibly, with a way to try again`, async ({ page, open }) => {
          await open(path)
          await expect(page.getByRole('alert').first()).toBeVisible()
          await expect(page.getByRole('button', { name: words.retry }).first()).toBeVisible()
          await expectAccessible(page)
        })
    })

    test.describe('dialogs', () => {
      test.use({ scenario: 'loadbalancer' })
      test('Edit with problems, Disable and what is told afterwards are accessible', async ({ page, open }) => {
        await open(settings)
        await choose(page, words.edit, words.manage)
        const dialog = page.getByRole('dialog')
        await dialog.getByRole('button', { name: words.addOption }).click()
        await dialog.getByRole('textbox').last().fill('value without key')
        await dialog.getByRole('button', { name: words.review }).click()
        await expect(dialog.getByRole('alert').first()).toBeVisible()
        await expectAccessible(page)
        await dialog.getByRole('combobox').last().fill('keep-alive')
        await dialog.getByRole('button', { name: words.review }).click()
        await expect(dialog.getByRole('heading', { level: 2 })).toBeFocused()
        await expectAccessible(page)
        await dialog.getByRole('button', { name: words.back }).click()
        const gateway = (await readFromServer(page, rawPath)) as { spec: { controller: { config: object } } }
        const controller = {
          ...gateway.spec.controller,
          config: { ...gateway.spec.controller.config, 'keep-alive': '90' },
        }
        await asSomebodyElse(page, 'PUT', rawPath, { ...gateway, spec: { ...gateway.spec, controller } })
        await expect(dialog.getByRole('alert').first()).toContainText('keep-alive')
        await expectAccessible(page)
        await dialog.getByRole('alert').first().getByRole('button').click()
        await expect(dialog.getByRole('radiogroup', { name: /keep-alive/ })).toBeVisible()
        await expectAccessible(page)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('button', { name: words.discard })).toBeVisible()
        await expectAccessible(page)
        await page.getByRole('button', { name: words.discard }).click()
        await expect(dialog).toHaveCount(0)

        await choose(page, words.disable, words.manage)
        await expect(dialog.getByRole('listitem').first()).toBeVisible()
        await dialog.getByRole('textbox').fill(CLUSTER_GATEWAY)
        await expectAccessible(page)
        await dialog.getByRole('button', { name: words.disable, exact: true }).click()
        await expect(dialog).toHaveCount(0)
        await expect(page.getByRole('listitem').filter({ hasText: CLUSTER_GATEWAY })).toBeVisible()
        await expectAccessible(page)
      })
    })

    test.describe('without a gateway', () => {
      test.use({ scenario: 'empty' })
      test('the empty state is accessible and logs nothing', async ({ page, open }) => {
        await open(settings)
        await expect(page.locator('main h2')).toBeVisible()
        await expectAccessible(page)
      })
    })
  })
}

test.describe('the dialogs', () => {
  test.use({ scenario: 'loadbalancer' })

  test('a key of an annotation is seen whole', async ({ page, open }) => {
    await open(settings)
    const dialog = await openEdit(page)
    const key = dialog.getByRole('combobox', { name: 'Annotation 1 key' })
    await expect(key).toHaveValue(/loadbalancer-address-type$/)
    expect(await key.evaluate((input) => input.scrollWidth <= input.clientWidth)).toBe(true)
  })

  for (const theme of ['light', 'dark'])
    test(`Scale to 0 is accessible in the ${theme} theme`, async ({ page, open }) => {
      await page.addInitScript((name) => localStorage.setItem('gateway-console.theme', name), theme)
      await open(details('resource-status'))
      await page.getByRole('spinbutton', { name: 'Wanted replicas' }).fill('0')
      await page.getByRole('button', { name: 'Apply' }).click()
      await expect(page.getByRole('dialog').getByText(/get no traffic/)).toBeVisible()
      await expectAccessible(page)
    })
})

test('language and theme are switched in place and remembered; a theme that is not chosen follows the system', async ({
  page,
  open,
}) => {
  const theme = page.locator('html')
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(settings)
  await expect(theme).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(theme).toHaveAttribute('data-theme', 'light')
  await page.getByRole('button', { name: 'User menu of admin' }).click()
  await page.getByRole('menuitemradio', { name: '简体中文' }).click()
  await expect(page.getByRole('heading', { name: '网关设置' })).toBeVisible()
  await page.getByRole('button', { name: 'admin 的用户菜单' }).click()
  await page.getByRole('menuitemradio', { name: '深色' }).click()
  await expect(theme).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.getByRole('heading', { name: '网关设置' })).toBeVisible()
  await expect(theme).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'admin 的用户菜单' }).click()
  await page.getByRole('menuitemradio', { name: '跟随系统' }).click()
  await expect(theme).toHaveAttribute('data-theme', 'light')
})

for (const tab of ['resource-status', 'gateway-configs', 'metadata'])
  test(`${tab} is not cut off at 360 px`, async ({ page, open }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await open(details(tab))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

test('a menu works by keyboard: it opens, moves, closes and gives the focus back', async ({ page, open }) => {
  await open(settings)
  const manage = page.getByRole('button', { name: 'Manage' })
  await manage.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'View Details' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('menuitem', { name: 'Disable' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(manage).toBeFocused()
})

test('a dialog that is left gives the focus back to what it was opened with', async ({ page, open }) => {
  await open(settings)
  const manage = page.getByRole('button', { name: 'Manage' })
  await choose(page, 'Edit')
  const edit = page.getByRole('dialog', { name: /^Edit/ })
  await expect(edit.getByRole('radio', { name: 'NodePort' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(edit).toBeHidden()
  await expect(manage).toBeFocused()
  await choose(page, 'Disable')
  const disable = page.getByRole('dialog', { name: /^Disable/ })
  await expect(disable.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(disable).toBeHidden()
  await expect(manage).toBeFocused()
})

test('nothing is cut off at 360 px', async ({ page, open }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await open(settings)
  await expect(page.getByRole('button', { name: 'Manage' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await openEdit(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
