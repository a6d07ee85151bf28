import { AppstoreOutlined, ClusterOutlined, DownOutlined, UserOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, NavLink, Outlet, ScrollRestoration, useNavigate, useParams } from 'react-router'
import { sessionQueries } from '@/api/session'
import { sessionStore } from '@/api/session-store'
import { useUserName } from '@/gateway/use-session'
import { languages } from '@/lib/i18n/t'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { chooseTimeZone, timeZones, useTimeZone } from '@/lib/time-zone'
import { Logo } from '@/ui/Logo'
import { MenuButton, type MenuGroup } from '@/ui/MenuButton'
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
        <div>
          <PlatformMenu />
        </div>
        <Link className={styles['home']} to={links.home()} aria-label={t('shell.home')}>
          <Logo />
        </Link>
        <div>
          <UserMenu />
        </div>
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
  return (
    <MenuButton
      label={t('shell.platform')}
      groups={[
        {
          items: [
            {
              label: t('shell.clusters'),
              icon: <ClusterOutlined />,
              onChoose: () => void navigate(links.clusters()),
            },
          ],
        },
      ]}
    >
      {(trigger) => (
        <button type="button" className={styles['menu']} {...trigger}>
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
        <p className={styles['group']}>{t('shell.clusterSettings')}</p>
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
  const timeZone = useTimeZone()
  const signOut = () => {
    sessionStore.signedOut()
    void navigate(links.login())
  }
  const groups: readonly MenuGroup[] = [
    {
      label: t('user.language'),
      items: languages.map((name) => ({
        label: t(`language.${name}`),
        checked: name === language,
        onChoose: () => void chooseLanguage(name),
      })),
    },
    {
      label: t('user.theme'),
      items: themes.map((name) => ({
        label: t(`theme.${name}`),
        checked: name === choice,
        onChoose: () => chooseTheme(name),
      })),
    },
    {
      label: t('user.times'),
      items: timeZones.map((name) => ({
        label: t(`times.${name}`),
        checked: name === timeZone,
        onChoose: () => chooseTimeZone(name),
      })),
    },
    { items: [{ label: t('user.signOut'), onChoose: signOut }] },
  ]
  return (
    <MenuButton label={t('user.menu', { user })} groups={groups} align="end">
      {(trigger) => (
        <button type="button" className={styles['menu']} aria-label={t('user.menu', { user })} {...trigger}>
          <UserOutlined aria-hidden /> <span className={styles['user']}>{user}</span> <DownOutlined aria-hidden />
        </button>
      )}
    </MenuButton>
  )
}
