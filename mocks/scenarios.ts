/**
 * Names only: the worlds the pretend server can play, who may sign in, and what may go wrong. Nothing here imports
 * anything, so end-to-end tests and the demo panel can use it.
 */

/** Every world the pretend server knows. */
export const scenarioNames = [
  'empty',
  'nodeport',
  'loadbalancer',
  'lb-pending',
  'lb-hostname',
  'helm-failed',
  'both-kinds',
  'many-routes',
  'legacy',
  'mixed-states',
  'no-servicemesh',
  'degraded',
  'rolling-out',
  'crash-loop',
  'image-pull',
  'unschedulable',
  'not-ready',
  'scaled-to-zero',
  'many-pods',
  'many-projects',
  'multicluster',
  'spike-5xx',
  'no-traffic',
  'prometheus-down',
  'one-metric-failing',
  'clock-skew',
  'metric-nan',
  'busy-logs',
  'quiet-logs',
  'logging-on',
  'logging-off',
  'log-stream-drops',
  'restarted-pod',
  'hostile-logs',
] as const
export type ScenarioName = (typeof scenarioNames)[number]

/** One sentence per world, in English. */
export const scenarioDescriptions: Readonly<Record<ScenarioName, string>> = {
  empty: 'Seven projects with routes, and no gateway at all.',
  nodeport: 'A cluster gateway in NodePort mode with one ready replica.',
  loadbalancer:
    'A cluster gateway behind an Alibaba Cloud load balancer with an IPv4 and an IPv6 address, two replicas.',
  'lb-pending': 'A cluster gateway whose load balancer never gets an address, with a warning event that says why.',
  'lb-hostname': 'A cluster gateway whose load balancer has a host name and no IP address.',
  'helm-failed':
    'A cluster gateway that reports success while the controller behind it failed to install the last change.',
  'both-kinds': 'A cluster gateway and, beside it, project gateways of dev and shop.',
  'many-routes': 'The world of both-kinds with 150 routes more, in a project without a gateway of its own.',
  legacy: 'Two project gateways made by the old router API, which can be updated or deleted but not edited.',
  'mixed-states':
    'Nine project gateways, each in another state: ready, starting, degraded, failed, stopped, being removed, waiting for an address, legacy, made by hand.',
  'no-servicemesh': 'A NodePort cluster gateway on a platform without service mesh, so tracing is not available.',
  degraded: 'A cluster gateway that wants three replicas and has two, because one pod keeps crashing.',
  'rolling-out': 'A cluster gateway that is being scaled from two to eight replicas, one pod after the other.',
  'crash-loop': 'A rollout that stalls: new pods crash again and again, one old pod goes on serving.',
  'image-pull': 'A rollout that stalls: the image of new pods cannot be pulled.',
  unschedulable: 'A rollout that stalls: no node takes the new pods.',
  'not-ready': 'A rollout that stalls: new pods run, but their readiness probe fails.',
  'scaled-to-zero': 'A cluster gateway with 0 replicas: it has an address, and no traffic passes.',
  'many-pods': 'A cluster gateway with a hundred pods.',
  'many-projects': 'Two thousand project gateways and no cluster gateway.',
  multicluster: 'Three clusters (host, member-east, member-west), each with its own gateways.',
  'spike-5xx': 'The nodeport world, half an hour after a backend broke: many answers were 5XX, for twenty minutes.',
  'no-traffic': 'The nodeport world, in which nobody has asked the gateway for anything yet.',
  'prometheus-down': 'The nodeport world with a monitoring module whose Prometheus does not answer.',
  'one-metric-failing': 'The nodeport world, in which Prometheus cannot compute one of the latencies.',
  'clock-skew': 'The nodeport world on a server whose clock is seven minutes behind.',
  'metric-nan': 'The nodeport world with pauses in the traffic, in which rates and latencies are not a number.',
  'busy-logs': 'A cluster gateway of eight pods under heavy traffic, on a platform with the logging module.',
  'quiet-logs': 'A cluster gateway without any traffic, on a platform with the logging module.',
  'logging-on': 'A cluster gateway of two pods on a platform with the logging module, so logs can be searched.',
  'logging-off': 'A cluster gateway of two pods on a platform without the logging module: logs are live only.',
  'log-stream-drops': 'A cluster gateway of two pods whose log streams break every three seconds.',
  'restarted-pod': 'A cluster gateway of two pods, one of which was killed for its memory and restarted.',
  'hostile-logs': 'A cluster gateway whose log holds HTML, terminal tricks, invisible characters and a line of 100 kB.',
}

/** The password of every user. */
export const password = 'P@88w0rd'

/** Who may sign in: key = user name, value = one sentence about what the user is there for. */
export const users = {
  admin: 'Platform administrator: may do everything.',
  clusterviewer: 'Sees everything in the cluster and may change nothing.',
  regular: 'Has an account and no rights in any cluster or project.',
  projectadmin: 'Administers the project shop only.',
  projectviewer: 'Sees the project shop only.',
  disabled: 'Cannot sign in: the account is not active.',
  fresh: 'Platform administrator that has to set a new password first.',
  locked: 'Cannot sign in: too many failed attempts.',
} as const
export type UserName = keyof typeof users

/**
 * What may go wrong. `conflict` and `session-lost` happen once, the others until they are taken away. A name may be
 * narrowed to `name@reads` or `name@writes`.
 */
export const faults = {
  'error-500': 'Every answer is a 500 with a text.',
  dropped: 'The connection breaks before an answer arrives.',
  slow: 'Every answer takes three seconds.',
  malformed: 'Every answer is a 200 whose JSON is cut off.',
  conflict: 'Another administrator changes the gateway just before the next save.',
  policy: 'A rule of the cluster allows at most 5 replicas and no snippets in options.',
  'watch-drops': 'Every open watch breaks after a second.',
  'no-watch': 'Watches are refused, as by a proxy that does not know them.',
  'session-lost': 'All sessions are forgotten at the next write.',
} as const
export type FaultName = keyof typeof faults
export type Fault = FaultName | `${FaultName}@reads` | `${FaultName}@writes`

/** Whether a text is the name of a world. */
export const isScenarioName = (text: string): text is ScenarioName => scenarioNames.some((name) => name === text)

/** Whether a text names a fault, narrowed or not. */
export const isFault = (text: string): text is Fault => {
  const [name = '', scope, ...rest] = text.split('@')
  return (
    Object.hasOwn(faults, name) && rest.length === 0 && (scope === undefined || scope === 'reads' || scope === 'writes')
  )
}
