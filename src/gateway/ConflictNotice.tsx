import type { GatewayForm } from '@/domain/gateway-form'
import type { MergedForm } from '@/domain/gateway-merge'
import { formatList } from '@/lib/format'
import { languageTag, useT, type PlainKey } from '@/lib/i18n/t'
import { Notice } from '@/ui/Notice'

const partNames: Record<keyof GatewayForm, PlainKey> = {
  mode: 'mode.label',
  replicas: 'replicas.label',
  tracing: 'tracing.label',
  config: 'options.label',
  provider: 'provider.label',
  annotations: 'annotations.label',
}

/** Somebody saved meanwhile: says what of theirs is now in the form, and where mine would overwrite theirs. */
export function ConflictNotice({ merged }: { merged: MergedForm }) {
  const { t, language } = useT()
  const names = (parts: readonly (keyof GatewayForm)[]) =>
    formatList(
      parts.map((part) => t(partNames[part])),
      languageTag(language),
    )
  return (
    <Notice tone="warning" role="alert" title={t('conflict.title')}>
      <ul>
        {merged.taken.length > 0 && <li>{t('conflict.taken', { parts: names(merged.taken) })}</li>}
        {merged.clashes.length > 0 && <li>{t('conflict.clashes', { parts: names(merged.clashes) })}</li>}
        {merged.taken.length + merged.clashes.length === 0 && <li>{t('conflict.unrelated')}</li>}
        <li>{t('conflict.next')}</li>
      </ul>
    </Notice>
  )
}
