// Two rules of ours that no linter knows: colours live in theme.ts, and a class that a component names exists.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesIn, report, root } from './files.mjs'

const THEME = 'src/app/theme.ts'
const COLOUR = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b|\b(?:rgb|hsl)a?\(/i

/** Blanked, not removed, so that line numbers stay. The URL in a string is no comment. */
const withoutComments = (/** @type {string} */ text) =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/.*/g, (comment) => comment.replace(/[^\n]/g, ' '))

const at = (/** @type {string} */ file, /** @type {string} */ text, /** @type {number} */ index) =>
  `${file}:${text.slice(0, index).split('\n').length}`

/** In TypeScript only inside a string, where `#` is not a private field. */
const colours = (/** @type {string} */ file, /** @type {string} */ text) => {
  const places = file.endsWith('.css') ? /:[^;{}]*/g : /(['"`])(?:\\.|(?!\1).)*\1/g
  return [...text.matchAll(places)]
    .filter(([place]) => COLOUR.test(place))
    .map(
      ({ index, 0: place }) => `${at(file, text, index)}: a colour (${place.trim()}); colours are tokens of ${THEME}`,
    )
}

const classesIn = (/** @type {string} */ css) => {
  const selectors = css.replace(/\{[^{}]*\}/g, '{}')
  return new Set([...selectors.matchAll(/\.([a-zA-Z_][\w-]*)/g)].map(([, name]) => name))
}

/** Style sheets and components that disagree. */
const styles = (/** @type {string} */ file, /** @type {string} */ text) =>
  [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(([, local, specifier]) => {
    const sheet = specifier?.startsWith('@/')
      ? join(root, 'src', specifier.slice(2))
      : join(root, dirname(file), specifier ?? '')
    if (!existsSync(sheet)) return [`${file}: there is no ${specifier}`]
    const defined = classesIn(withoutComments(readFileSync(sheet, 'utf8')))
    const uses = new RegExp(`\\b${local}(?:\\.(\\w+)|\\['([^']+)'\\])`, 'g')
    return [...text.matchAll(uses)]
      .map(({ index, 1: dotted, 2: quoted }) => ({ index, name: dotted ?? quoted }))
      .filter(({ name }) => !defined.has(name))
      .map(({ index, name }) => `${at(file, text, index)}: ${specifier} has no class "${name}"`)
  })

const files = filesIn('src').filter((file) => /\.(tsx?|css)$/.test(file) && !file.endsWith('.d.ts') && file !== THEME)
const problems = files.flatMap((file) => {
  const text = withoutComments(readFileSync(join(root, file), 'utf8'))
  return [...colours(file, text), ...styles(file, text)]
})

report(problems, `Colours and style sheets: ${files.length} files are fine`)
