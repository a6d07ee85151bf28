import { at } from './json'

/** Whether an object passes a `fieldSelector` such as `involvedObject.kind=Nginx,involvedObject.name!=x`. */
export const matchesFields = (object: unknown, selector: string | null): boolean =>
  (selector ?? '')
    .split(',')
    .filter(Boolean)
    .every((term) => {
      const [path = '', wanted = ''] = term.split(/!=|==|=/)
      const isSame = String(at(object, ...path.split('.')) ?? '') === wanted
      return term.includes('!=') ? !isSame : isSame
    })

/** Whether labels pass a `labelSelector` made of equalities and bare keys. */
export const matchesLabels = (labels: Readonly<Record<string, string>> | undefined, selector: string | null): boolean =>
  (selector ?? '')
    .split(',')
    .filter(Boolean)
    .every((term) => {
      if (term.includes('!=')) return labels?.[term.split('!=')[0] ?? ''] !== term.split('!=')[1]
      const [key = '', wanted] = term.split(/==|=/)
      const found = labels?.[key.trim()]
      return wanted === undefined ? found !== undefined : found === wanted.trim()
    })

/** What a `labelSelector` demands for one label, if anything. */
export const demanded = (selector: string | null, label: string): string | undefined =>
  (selector ?? '')
    .split(',')
    .map((term) => term.split('='))
    .find(([key, wanted]) => key === label && wanted)?.[1]
