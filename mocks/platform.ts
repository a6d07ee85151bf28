import type { Platform } from './tables'

/** What the platform says about itself. */

/** `GET /kapis/version` (recording a30). */
export const version = {
  gitVersion: 'v3.3.2',
  gitMajor: '3',
  gitMinor: '3',
  gitCommit: 'd938161ad3c7103dc0976b691d54b6ec55dc3f83',
  gitTreeState: 'clean',
  buildDate: '2023-02-03T07:31:23Z',
  goVersion: 'go1.19.8',
  compiler: 'gc',
  platform: 'linux/amd64',
  kubernetes: {
    major: '1',
    minor: '20',
    gitVersion: 'v1.20.2',
    gitCommit: 'faecb196815e248d3ecfb03c680a4507229c2a56',
    gitTreeState: 'archive',
    buildDate: '2021-01-13T13:20:00Z',
    goVersion: 'go1.19.8',
    compiler: 'gc',
    platform: 'linux/amd64',
  },
}

/** `GET …/configs/oauth` (recording a34); ages in nanoseconds. */
export const oauthConfig = {
  issuer: 'kubesphere',
  clients: [{ name: 'kubesphere', redirectURIs: ['*'] }],
  accessTokenMaxAge: 7_200_000_000_000,
  accessTokenInactivityTimeout: 7_200_000_000_000,
}

/** `GET …/configs/configz` (recording a32): which modules are on. */
export const configz = ({ servicemesh, logging, multicluster }: Platform): Record<string, boolean> => ({
  alerting: false,
  auditing: false,
  authentication: true,
  authorization: true,
  cache: true,
  devops: false,
  edgeruntime: false,
  events: false,
  gateway: true,
  gpu: true,
  kubeedge: false,
  kubernetes: true,
  logging: logging !== 'off',
  metering: true,
  monitoring: true,
  multicluster,
  network: false,
  'network.ippool': false,
  notification: true,
  openpitrix: true,
  'openpitrix.appstore': false,
  s3: false,
  servicemesh,
  sonarqube: false,
  terminal: true,
})
