import { DownOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { Gateway } from '@/wire/gateway'
import { isLegacy, type GatewayRef } from '@/domain/gateway'
import { preloadDialogs } from '@/gateway/lazy-dialogs'
import { useDenials } from '@/gateway/use-access'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { MenuButton } from '@/ui/MenuButton'

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

  const groups = [
    {
      items: [
        {
          label: t('manage.details'),
          onChoose: () => void navigate(links.gateway(gatewayRef.cluster.name, 'cluster', gateway.metadata.name)),
        },
        { label: t('manage.edit'), reason: editReason, onChoose: () => onChoose('edit') },
      ],
    },
    {
      items: [{ label: t('manage.disable'), danger: true, reason: disableReason, onChoose: () => onChoose('disable') }],
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
