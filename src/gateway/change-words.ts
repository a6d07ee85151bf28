import type { Clash } from '@/domain/gateway-merge'
import type { Effect, ReviewChange } from '@/domain/gateway-review'
import type { PlainKey, Translate } from '@/lib/i18n/t'

/** One change in words. */
export function changeInWords(change: ReviewChange, t: Translate): string {
  switch (change.kind) {
    case 'mode':
      return t('change.mode', { before: change.before, after: change.after })
    case 'replicas':
      return t('change.replicas', { before: change.before, after: change.after })
    case 'tracing':
      return t(change.after ? 'change.tracingOn' : 'change.tracingOff')
    case 'provider':
      return t('change.provider', {
        before: change.before ?? t('provider.none'),
        after: change.after ?? t('provider.none'),
      })
    case 'option': {
      const { key, before, after } = change
      if (before === null) return t('change.optionSet', { key, after: after ?? '' })
      return after === null ? t('change.optionRemoved', { key, before }) : t('change.option', { key, before, after })
    }
    case 'annotation': {
      const { key, before, after } = change
      if (before === null) return t('change.annotationSet', { key, after: after ?? '' })
      return after === null
        ? t('change.annotationRemoved', { key, before })
        : t('change.annotation', { key, before, after })
    }
    case 'other': {
      const { path, before, after } = change
      return t('change.other', { path, before: before ?? t('change.nothing'), after: after ?? t('change.nothing') })
    }
  }
}

/** What a change does, in words. */
export const effectTexts: Record<Effect, PlainKey> = {
  'stops-traffic': 'effect.stopsTraffic',
  'starts-traffic': 'effect.startsTraffic',
  'no-redundancy': 'effect.noRedundancy',
  'fewer-pods': 'effect.fewerPods',
  'restarts-pods': 'effect.restartsPods',
  reloads: 'effect.reloads',
  'gets-balancer': 'effect.getsBalancer',
  'loses-balancer': 'effect.losesBalancer',
  'balancer-decides': 'effect.balancerDecides',
}

const partTexts: Record<Exclude<Clash['part'], 'config' | 'annotations'>, PlainKey> = {
  mode: 'mode.label',
  replicas: 'replicas.label',
  tracing: 'tracing.label',
  provider: 'provider.label',
}

/** What both changed, by its name. */
export function clashInWords(clash: Clash, t: Translate): string {
  if ('key' in clash) return t(clash.part === 'config' ? 'clash.option' : 'clash.annotation', { key: clash.key })
  return t(partTexts[clash.part])
}

/** One side's value of a clash in words. */
export function sideInWords(clash: Clash, side: 'base' | 'mine' | 'theirs', t: Translate): string {
  const value = clash[side]
  if (clash.part === 'tracing') return t(value === true ? 'clash.on' : 'clash.off')
  if (clash.part === 'provider' && value === '') return t('provider.none')
  return value === null ? t('change.nothing') : String(value)
}
