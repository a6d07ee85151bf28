// The production build must not contain one byte of the mock.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn, report, root } from './files.mjs'

const MARKERS = [
  'mockServiceWorker',
  'MOCK_ACTIVATE', // a message between msw and its worker
  '[MSW]',
  'lb-hostname', // a scenario
  'both-kinds',
  'clusterviewer', // a user
  'P@88w0rd',
]

const marked = (/** @type {string} */ folder) =>
  filesIn(folder).flatMap((file) => {
    const text = readFileSync(join(root, file), 'latin1')
    return MARKERS.filter((marker) => file.includes(marker) || text.includes(marker)).map((marker) => ({
      file,
      marker,
    }))
  })

const problems = marked('dist').map(
  ({ file, marker }) => `${file}: contains "${marker}", so code of the mock came into the production build`,
)

const built = filesIn('dist').length
if (built === 0) problems.push('There is no build in dist/: npm run build')

// A marker that has vanished from the mock itself would guard nothing.
const inDemo = new Set(marked('dist-demo').map(({ marker }) => marker))
if (inDemo.size > 0)
  for (const marker of MARKERS)
    if (!inDemo.has(marker)) problems.push(`"${marker}" is not in dist-demo/ either: choose another marker`)

report(problems, `No mock code in the ${built} files of dist/`)
