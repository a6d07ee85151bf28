import { DownOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { Gateway } from '@/wire/gateway'
import { isLegacy, type GatewayRef } from '@/domain/gateway'
import { preloadDialogs } from '@/gateway/lazy-dialogs'
import { useActionReasons } from '@/gateway/use-action-reasons'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { MenuButton } from '@/ui/MenuButton'

interface ManageMenuProps {
  gatewayRef: GatewayRef
  gateway: Gateway
  onChoose: (action: 'edit' | 'upgrade' | 'disable') => void
}

/** What can be done with a gateway; what cannot says why. */
export function ManageMenu({ gatewayRef, gateway, onChoose }: ManageMenuProps) {
  const { t } = useT()
  const navigate = useNavigate()
  const reasons = useActionReasons(gatewayRef, gateway)
  const groups = [
    {
      items: [
        {
          label: t('manage.details'),
          onChoose: () => void navigate(links.gateway(gatewayRef.cluster.name, 'cluster', gateway.metadata.name)),
        },
        { label: t('manage.edit'), reason: reasons.edit, onChoose: () => onChoose('edit') },
        ...(isLegacy(gateway)
          ? [{ label: t('manage.upgrade'), reason: reasons.upgrade, onChoose: () => onChoose('upgrade') }]
          : []),
      ],
    },
    {
      items: [
        { label: t('manage.disable'), danger: true, reason: reasons.disable, onChoose: () => onChoose('disable') },
      ],
    },
  ]
  return (
    <MenuButton label={t('manage.label')} groups={groups} align="end">
      {(trigger) => (
        <Button onPointerEnter={preloadDialogs} {...trigger}>
          {t('manage.label')} <DownOutlined aria-hidden />
        </Button>
      )}
    </MenuButton>
  )
}
