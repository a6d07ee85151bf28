import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getResponse } from 'msw'
import { createKubeSphere, type KubeSphere, type KubeSphereOptions } from './kubesphere'
import {
  faults,
  isFault,
  isScenarioName,
  password,
  scenarioDescriptions,
  users,
  type Fault,
  type ScenarioName,
} from './scenarios'

/** How a pretend server on a port begins. */
export interface ServerOptions extends Omit<KubeSphereOptions, 'storage'> {
  /** 0 takes a free one. */
  port: number
  /** `127.0.0.1` when left out: nobody else can reach it. */
  host?: string
}

/** A pretend server on a port. */
export interface MockServer {
  /** Without a slash at the end. */
  url: string
  kubesphere: KubeSphere
  close: () => Promise<void>
}

const requestOf = async (incoming: IncomingMessage, url: string, signal: AbortSignal): Promise<Request> => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    // These belong to the connection, not to the request.
    if (value === undefined || ['connection', 'upgrade', 'transfer-encoding', 'keep-alive', 'expect'].includes(name))
      continue
    headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const method = incoming.method ?? 'GET'
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  const hasBody = chunks.length > 0 && method !== 'GET' && method !== 'HEAD'
  return new Request(new URL(incoming.url ?? '/', url), {
    method,
    headers,
    signal,
    ...(hasBody && { body: Buffer.concat(chunks) }),
  })
}

const send = async (response: Response, outgoing: ServerResponse) => {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  const reader = response.body?.getReader()
  // The client may leave in the middle of a stream: then nobody must go on producing it.
  outgoing.on('close', () => {
    reader?.cancel().catch(() => undefined)
  })
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) outgoing.write(part.value)
  outgoing.end()
}

const handle = async (kubesphere: KubeSphere, url: string, incoming: IncomingMessage, outgoing: ServerResponse) => {
  const left = new AbortController()
  outgoing.on('close', () => {
    left.abort()
  })
  const response = await getResponse(kubesphere.handlers, await requestOf(incoming, url, left.signal))
  if (!response) {
    outgoing.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' })
    outgoing.end('mock: only /oauth, /kapis, /apis and /api are served here\n')
  } else if (response.type === 'error') {
    outgoing.destroy()
  } else {
    await send(response, outgoing)
  }
}

const listening = (server: Server, port: number, host: string) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

/** Starts a pretend server on a port. Rejects when the port is taken. */
export const startMockServer = async ({ port, host = '127.0.0.1', ...options }: ServerOptions): Promise<MockServer> => {
  const kubesphere = createKubeSphere(options)
  const server = createServer((incoming, outgoing) => {
    handle(kubesphere, `http://${host}`, incoming, outgoing).catch((error: unknown) => {
      outgoing.destroy(error instanceof Error ? error : undefined)
    })
  })
  const actual = await listening(server, port, host)
  return {
    url: `http://${host}:${actual}`,
    kubesphere,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

const table = (rows: Readonly<Record<string, string>>) =>
  Object.entries(rows)
    .map(([name, what]) => `  ${name.padEnd(15)}${what}`)
    .join('\n')

const usage = [
  'Options: --port N  --host H  --pace N  --scenario NAME  --fault NAME[@reads|@writes]',
  `Scenarios:\n${table(scenarioDescriptions)}`,
  `Faults:\n${table(faults)}`,
].join('\n')

/** Reads what a command line asks for. Throws with the options when it cannot be understood. */
export const parseArguments = (argv: readonly string[]): ServerOptions => {
  const options: { port: number; host: string; scenario: ScenarioName; pace: number; faults: Fault[] } = {
    port: 9090,
    host: '127.0.0.1',
    scenario: 'nodeport',
    pace: 1,
    faults: [],
  }
  const words = argv.flatMap((word) => (word.startsWith('--') && word.includes('=') ? word.split(/=(.*)/, 2) : [word]))
  for (let index = 0; index < words.length; index += 2) {
    const option = words[index] ?? ''
    const value = words[index + 1] ?? ''
    switch (option) {
      case '--port':
        options.port = Number(value)
        break
      case '--host':
        options.host = value
        break
      case '--pace':
        options.pace = Number(value)
        break
      case '--scenario':
        if (!isScenarioName(value)) throw new Error(`unknown scenario "${value}". ${usage}`)
        options.scenario = value
        break
      case '--fault':
        if (!isFault(value)) throw new Error(`unknown fault "${value}". ${usage}`)
        options.faults.push(value)
        break
      default:
        throw new Error(`unknown option "${option}". ${usage}`)
    }
  }
  if (!Number.isInteger(options.port) || !(options.pace >= 0)) throw new Error(usage)
  return options
}

/** Starts what a command line asks for, and says where it is and who may sign in. */
export const runMockServer = async (argv: readonly string[]): Promise<MockServer> => {
  const options = parseArguments(argv)
  const server = await startMockServer(options)
  process.stdout.write(
    `Pretend KubeSphere (${options.scenario}) on ${server.url}\nUsers, all with the password ${password}:\n${table(users)}\n`,
  )
  return server
}
