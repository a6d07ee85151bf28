import { isObject } from '@mocks/json'

/** Maps whose keys mean nothing for the shape: only that they are maps counts. */
const MAPS = new Set([
  'fieldsV1',
  'labels',
  'annotations',
  'config',
  'matchLabels',
  'selector',
  'nodeSelector',
  'limits',
  'requests',
  'podAnnotations',
  'used',
])

const add = (shape: Map<string, Set<string>>, path: string, kind: string) => {
  shape.set(path, (shape.get(path) ?? new Set()).add(kind))
}

const collect = (shape: Map<string, Set<string>>, path: string, key: string, value: unknown) => {
  if (Array.isArray(value)) {
    add(shape, path, value.length > 0 ? 'list' : 'empty list')
    for (const item of value) collect(shape, `${path}[]`, '', item)
  } else if (!isObject(value)) {
    add(shape, path, value === null ? 'null' : typeof value)
  } else if (MAPS.has(key)) {
    add(shape, path, 'map')
  } else {
    add(shape, path, 'object')
    for (const [inner, item] of Object.entries(value)) collect(shape, `${path}.${inner}`, inner, item)
  }
}

/** The shape of a JSON value as sorted lines, `path: kinds`. The items of a list are united into one. */
export const shapeOf = (value: unknown): string[] => {
  const shape = new Map<string, Set<string>>()
  collect(shape, '$', '', value)
  return [...shape].map(([path, kinds]) => `${path}: ${[...kinds].toSorted().join(' or ')}`).toSorted()
}
