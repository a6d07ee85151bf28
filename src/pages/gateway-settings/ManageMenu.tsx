import { DownOutlined } from '@ant-design/icons'
import { Button, type MenuProps } from 'antd'
import { useNavigate } from 'react-router'
import type { Gateway } from '@/wire/gateway'
import { isLegacy, type GatewayRef } from '@/domain/gateway'
import { preloadDialogs } from '@/gateway/lazy-dialogs'
import { useDenials } from '@/gateway/use-access'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { MenuButton } from '@/ui/MenuButton'
import { MenuLabel } from '@/ui/MenuLabel'

interface ManageMenuProps {
  gatewayRef: GatewayRef
  gateway: Gateway
  isRemoving: boolean
  onChoose: (action: 'edit' | 'disable') => void
}

/** What can be done with a gateway; what cannot says why. */
export function ManageMenu({ gatewayRef, gateway, isRemoving, onChoose }: ManageMenuProps) {
  const { t } = useT()
  const navigate = useNavigate()
  const denials = useDenials(gatewayRef)
  const editReason = isRemoving ? t('manage.removing') : isLegacy(gateway) ? t('manage.legacy') : denials.edit
  const disableReason = isRemoving ? t('manage.removing') : denials.disable

  const items: MenuProps['items'] = [
    { key: 'details', label: t('manage.details') },
    {
      key: 'edit',
      label: <MenuLabel reason={editReason}>{t('manage.edit')}</MenuLabel>,
      disabled: editReason !== null,
    },
    { type: 'divider' },
    {
      key: 'disable',
      danger: true,
      label: <MenuLabel reason={disableReason}>{t('manage.disable')}</MenuLabel>,
      disabled: disableReason !== null,
    },
  ]
  const choose = ({ key }: { key: string }) => {
    if (key === 'details') void navigate(links.gateway(gatewayRef.cluster.name, 'cluster', gateway.metadata.name))
    if (key === 'edit' || key === 'disable') onChoose(key)
  }
  return (
    <MenuButton menu={{ items, onClick: choose }} placement="bottomRight">
      {(state) => (
        <Button onPointerEnter={preloadDialogs} {...state}>
          {t('manage.label')} <DownOutlined aria-hidden />
        </Button>
      )}
    </MenuButton>
  )
}
