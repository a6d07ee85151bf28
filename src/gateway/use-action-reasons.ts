import type { Gateway } from '@/wire/gateway'
import { isBeingRemoved, isLegacy, type GatewayRef } from '@/domain/gateway'
import { useT } from '@/lib/i18n/t'
import { useDenials } from './use-access'

/** Why a gateway cannot be edited, disabled or updated now; null for what is possible. */
export function useActionReasons(
  ref: GatewayRef,
  gateway: Gateway,
): Record<'edit' | 'disable' | 'upgrade', string | null> {
  const { t } = useT()
  const denials = useDenials(ref, { isLegacy: isLegacy(gateway) })
  if (isBeingRemoved(gateway)) {
    const removing = t('manage.removing')
    return { edit: removing, disable: removing, upgrade: removing }
  }
  return {
    edit: isLegacy(gateway) ? t('manage.legacy') : denials.edit,
    disable: denials.disable,
    upgrade: denials.upgrade,
  }
}
