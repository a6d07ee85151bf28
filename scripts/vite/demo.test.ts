import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../files.mjs'

const startScript = () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [bin, ...args] = scripts.start.split(' ')
  expect(bin).toBe('vite')
  return args
}

/** A port that is taken until the test ends. */
const busyPort = async () => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

/** What `npm start -- …` prints until `last` is among it. It listens until the test ends. */
const start = async (args: string[], last: RegExp) => {
  const { VITEST: _vitest, FORCE_COLOR: _color, ...env } = process.env
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), ...startScript(), ...args], {
    cwd: root,
    env: { ...env, NODE_ENV: 'development', NO_COLOR: '1', BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  let output = ''
  await new Promise<void>((said, failed) => {
    const hear = (part: Buffer) => {
      output += part.toString()
      if (last.test(output)) said()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then(() => failed(new Error(`it ended with: ${output}`)))
  })
  return output
}

test(
  'npm start says where it listens and what to try; a port that is taken moves on',
  { timeout: 60_000 },
  async () => {
    const port = await busyPort()
    const output = await start(['--host', '127.0.0.1', '--port', String(port)], /user=clusterviewer.*\n/)
    expect(output).toContain(`Port ${port} is in use`)
    const url = /Local: +(\S+)|Network: +(\S+)/.exec(output)?.slice(1).find(Boolean) ?? ''
    expect(new URL(url).hostname).toBe('127.0.0.1')
    expect(Number(new URL(url).port)).toBeGreaterThan(port)
    expect(output).toContain('Sign in as admin or clusterviewer, password P@88w0rd')
    expect(output).toContain(`${url}?scenario=empty&user=admin`)
    expect(await (await fetch(url)).text()).toContain('<title>Gateway Console</title>')
  },
)
