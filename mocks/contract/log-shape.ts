import type { Recording } from './recordings'

/** Whether a recorded answer is the text of a log, which was made up: only what its lines look like counts. */
export const isLog = ({ request, response }: Recording): boolean =>
  /\/logs?$/.test(request.path) && response.status === 200 && typeof response.body === 'string'

/** An access log line in the default format. */
const ACCESS =
  /^[\d.]+ - - \[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000\] "[A-Z]+ \S+ HTTP\/[\d.]+" \d{3} \d+ "[^"]*" "[^"]*" \d+ [\d.]+ \[[^\]]*\] \[[^\]]*\] \S+(?:, \S+)* [\d, ]+ [\d., ]+ [\d, ]+ [\da-f]{32}$/

/** What a log consists of: whether it has the controller's own words, and whether it has access lines. */
export const kindsOfLines = (text: string): { banner: boolean; access: boolean } => {
  const lines = text.split('\n')
  return {
    banner: lines.includes('NGINX Ingress controller'),
    access: lines.some((line) => ACCESS.test(line)),
  }
}
