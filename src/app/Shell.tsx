import {
  AppstoreOutlined,
  ClusterOutlined,
  DownOutlined,
  GlobalOutlined,
  SettingOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { MenuProps } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { Link, NavLink, Outlet, ScrollRestoration, useNavigate, useParams } from 'react-router'
import { sessionQueries } from '@/api/session'
import { sessionStore } from '@/api/session-store'
import { useUserName } from '@/gateway/use-session'
import { languages } from '@/lib/i18n/t'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { Logo } from '@/ui/Logo'
import { MenuButton } from '@/ui/MenuButton'
import { chooseLanguage, chooseTheme, themes, useTheme } from './preferences'
import { LazySessionGate } from './LazySessionGate'
import styles from './Shell.module.css'

/** The frame of every page: where one can go, who one is, and the page. */
export function Shell() {
  const { t } = useT()
  const { cluster } = useParams()
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#main">
        {t('shell.skip')}
      </a>
      <header className={styles['top']}>
        <PlatformMenu />
        <Link className={styles['home']} to={links.home()} aria-label={t('shell.home')}>
          <Logo />
        </Link>
        <UserMenu />
      </header>
      <div className={styles['body']}>
        {cluster !== undefined && <SidePane cluster={cluster} />}
        <main id="main" className={styles['main']} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <LazySessionGate />
      <ScrollRestoration />
    </div>
  )
}

function PlatformMenu() {
  const { t } = useT()
  const navigate = useNavigate()
  const items: MenuProps['items'] = [
    { key: links.clusters(), icon: <ClusterOutlined aria-hidden />, label: t('shell.clusters') },
  ]
  return (
    <MenuButton menu={{ items, onClick: ({ key }) => void navigate(key) }}>
      {(state) => (
        <button type="button" className={styles['menu']} {...state}>
          <AppstoreOutlined aria-hidden /> <span>{t('shell.platform')}</span> <DownOutlined aria-hidden />
        </button>
      )}
    </MenuButton>
  )
}

const SidePane = ({ cluster }: { cluster: string }) => {
  const { t } = useT()
  const { data: configz } = useQuery(sessionQueries.configz())
  return (
    <aside className={styles['side']}>
      <p className={styles['cluster']}>
        <ClusterOutlined aria-hidden /> <span>{cluster}</span>
      </p>
      {configz?.multicluster === true && (
        <Link className={styles['all']} to={links.clusters()}>
          {t('shell.allClusters')}
        </Link>
      )}
      <nav aria-label={t('shell.clusterSettings')}>
        <p className={styles['group']}>
          <SettingOutlined aria-hidden /> {t('shell.clusterSettings')}
        </p>
        <NavLink className={styles['entry'] ?? ''} to={`/clusters/${encodeURIComponent(cluster)}/gateways`}>
          {t('settings.title')}
        </NavLink>
      </nav>
    </aside>
  )
}

function UserMenu() {
  const { t, language } = useT()
  const user = useUserName()
  const navigate = useNavigate()
  const { choice } = useTheme()
  const items: MenuProps['items'] = [
    {
      type: 'group',
      label: t('user.language'),
      children: languages.map((name) => ({
        key: `language:${name}`,
        label: t(`language.${name}`),
        icon: <GlobalOutlined aria-hidden />,
      })),
    },
    {
      type: 'group',
      label: t('user.theme'),
      children: themes.map((name) => ({ key: `theme:${name}`, label: t(`theme.${name}`) })),
    },
    { type: 'divider' },
    { key: 'sign-out', label: t('user.signOut') },
  ]
  const choose = ({ key }: { key: string }) => {
    for (const name of languages) if (key === `language:${name}`) void chooseLanguage(name)
    for (const name of themes) if (key === `theme:${name}`) chooseTheme(name)
    if (key === 'sign-out') {
      sessionStore.signedOut()
      void navigate(links.login())
    }
  }
  return (
    <MenuButton
      placement="bottomRight"
      menu={{
        items,
        onClick: choose,
        selectable: true,
        multiple: true,
        selectedKeys: [`language:${language}`, `theme:${choice}`],
      }}
    >
      {(state) => (
        <button type="button" className={styles['menu']} aria-label={t('user.menu', { user })} {...state}>
          <UserOutlined aria-hidden /> <span className={styles['user']}>{user}</span> <DownOutlined aria-hidden />
        </button>
      )}
    </MenuButton>
  )
}
