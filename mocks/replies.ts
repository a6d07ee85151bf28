import type { JsonObject } from './json'

/** Answers in the three dialects of the server: kapis text, Kubernetes `Status`, and resources v1alpha2 messages. */

/** A JSON answer. */
export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })

/** A text that is not an error of a handler, such as the router's own 404 (recording a67). */
export const plain = (body: string, status: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(body, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers } })

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** An error of a kapis handler: text with a newline at the end, angle brackets and ampersands escaped (recording c31). */
export const kapisError = (message: string, status: number): Response =>
  plain(`${escaped(message)}\n`, status, { 'X-Content-Type-Options': 'nosniff' })

/** The page of an unknown kapis path (recording a67). */
export const kapisNotFound = (): Response => plain('404: Page Not Found', 404)

/** A path that exists on the real server and not here. Loud on purpose: it must never look like a real answer. */
export const notImplemented = (method: string, path: string): Response =>
  plain(`mock: ${method} ${path} is not implemented\n`, 501)

/** Who or what a `Status` is about. */
export interface Subject {
  name?: string
  group: string
  /** Plural, lower case. */
  resource: string
}

const qualified = ({ group, resource }: Subject) => (group ? `${resource}.${group}` : resource)

/** `details` of a `Status`: empty fields are left out, as Go does. */
const details = (subject: Subject, more: JsonObject = {}) => ({
  ...(subject.name && { name: subject.name }),
  ...(subject.group && { group: subject.group }),
  kind: subject.resource,
  ...more,
})

/** A Kubernetes `Status` that says no. */
export const status = (
  code: number,
  reason: string,
  message: string,
  about?: JsonObject,
  headers: Readonly<Record<string, string>> = {},
): Response => {
  const body = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason }
  return json({ ...body, ...(about && { details: about }), code }, code, headers)
}

/** 404 of `/api` and `/apis` (recording a57). */
export const notFound = (subject: Subject): Response => status(404, 'NotFound', notFoundText(subject), details(subject))

/** The text of a 404, which kapis sends as it is (recording a55). */
export const notFoundText = (subject: Subject): string => `${qualified(subject)} "${subject.name ?? ''}" not found`

/** 403 for a missing right (recordings a22–a29). `where` is `at the cluster scope` or `in the namespace "x"`. */
export const forbidden = (subject: Subject, who: string, verb: string, resource: string, where: string): Response => {
  const what = subject.name ? `${qualified(subject)} "${subject.name}"` : qualified(subject)
  const message = `${what} is forbidden: User "${who}" cannot ${verb} resource "${resource}" in API group "${subject.group}" ${where}`
  return status(403, 'Forbidden', message, details(subject), { 'X-Content-Type-Options': 'nosniff' })
}

/** 401: the token is bad, expired or revoked (recording a21). */
export const unauthorized = (why: string): Response => status(401, 'Unauthorized', `Unauthorized: ${why}`)

/** 400 of `/apis` (recording d26). */
export const badRequest = (message: string): Response => status(400, 'BadRequest', message)

/** The text of a conflict; kapis sends it as it is (recordings c31 and c62). */
export const conflictText = (
  subject: Subject,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): string => `Operation cannot be fulfilled on ${qualified(subject)} "${subject.name ?? ''}": ${why}`

/** 409: somebody was faster. */
export const conflict = (subject: Subject, why?: string): Response =>
  status(409, 'Conflict', conflictText(subject, why), details(subject))

/** The text for a name that is taken (recordings b12 and d09). */
export const existsText = (subject: Subject): string => `${qualified(subject)} "${subject.name ?? ''}" already exists`

/** 409: the name is taken. */
export const alreadyExists = (subject: Subject, isTerminating: boolean): Response =>
  status(
    409,
    'AlreadyExists',
    isTerminating ? `object is being deleted: ${existsText(subject)}` : existsText(subject),
    details(subject),
  )

/** One thing that is wrong with a field, for `invalid`. */
export interface Cause {
  field: string
  reason: 'FieldValueInvalid' | 'FieldValueRequired'
  message: string
}

/** The text for a field that is wrong (recordings c32 and d31). `what` is e.g. `gateways.gateway.kubesphere.io`. */
export const invalidText = (what: string, name: string, cause: Cause): string =>
  `${what} "${name}" is invalid: ${cause.field}: ${cause.message}`

/** 422 (recordings c64, d31 and d47). `kind` is plural lower case or `Gateway`, as the API server has it in each case. */
export const invalid = (kind: string, group: string, name: string, cause: Cause): Response =>
  status(422, 'Invalid', invalidText(`${kind}.${group}`, name, cause), {
    ...(name && { name }),
    group,
    kind,
    causes: [{ reason: cause.reason, message: cause.message, field: cause.field }],
  })
