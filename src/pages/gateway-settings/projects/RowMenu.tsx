import { MoreOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { GatewayRef } from '@/domain/gateway'
import type { GatewayRow } from '@/domain/gateway-row'
import { useCluster } from '@/gateway/ClusterContext'
import { preloadDialogs } from '@/gateway/lazy-dialogs'
import { useActionReasons } from '@/gateway/use-action-reasons'
import { links } from '@/lib/links'
import { useT } from '@/lib/i18n/t'
import { MenuButton, type MenuItem } from '@/ui/MenuButton'

export type RowAction = 'edit' | 'disable' | 'upgrade'

interface RowMenuProps {
  row: GatewayRow
  onChoose: (action: RowAction, ref: GatewayRef) => void
}

/** What can be done with one gateway of the table; what cannot says why. */
export function RowMenu({ row, onChoose }: RowMenuProps) {
  const { t } = useT()
  const { scope } = useCluster()
  const navigate = useNavigate()
  const ref: GatewayRef = { cluster: scope, project: row.addressable ?? row.project }
  const possible = useActionReasons(ref, row.gateway)
  const foreign = row.addressable === null ? t('projects.foreign') : null
  const choose = (action: RowAction) => () => {
    if (row.addressable !== null) onChoose(action, ref)
  }
  const update: MenuItem = {
    label: t('manage.upgrade'),
    reason: foreign ?? possible.upgrade,
    onChoose: choose('upgrade'),
  }
  const groups = [
    {
      items: [
        {
          label: t('manage.details'),
          reason: row.hasPage ? null : t('projects.foreign'),
          onChoose: () => void navigate(links.gateway(scope.name, 'project', row.name)),
        },
        { label: t('manage.edit'), reason: foreign ?? possible.edit, onChoose: choose('edit') },
        ...(row.isLegacy ? [update] : []),
      ],
    },
    {
      items: [
        { label: t('manage.disable'), danger: true, reason: foreign ?? possible.disable, onChoose: choose('disable') },
      ],
    },
  ]
  return (
    <MenuButton label={t('projects.actionsOf', { name: row.name })} groups={groups} align="end">
      {(trigger) => (
        <Button
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={t('projects.actionsOf', { name: row.name })}
          onPointerEnter={preloadDialogs}
          {...trigger}
        />
      )}
    </MenuButton>
  )
}
