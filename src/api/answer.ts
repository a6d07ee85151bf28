import * as v from 'valibot'
import { Message } from '@/wire/gateway'
import { Status } from '@/wire/k8s'
import { OAuthError } from '@/wire/session'
import { unescapeHtml } from '@/lib/format'
import { ApiError } from '@/lib/api-error'

const isJson = (response: Response) => /[/+]json\b/.test(response.headers.get('content-type') ?? '')

/** The first words of a text that is not ours to interpret, such as a proxy's error page. */
const excerpt = (text: string) => {
  const plain = text
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return plain.length > 300 ? `${plain.slice(0, 300)}…` : plain
}

function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null // told by the caller, who knows the path
  }
}

/**
 * The error of a refusal. Kapis routes answer text/plain with a trailing newline and HTML escapes, `/apis` and `/api`
 * a JSON `Status`, resources v1alpha2 `{message}`, and `/oauth/token` its own shape (recordings b12, c62, a72, a02).
 */
export async function errorOf(response: Response, path: string): Promise<ApiError> {
  const text = await response.text().catch(() => '')
  const failure = { status: response.status, reason: response.statusText || `HTTP ${response.status}`, path }
  const body = isJson(response) ? parseJson(text)?.value : undefined
  if (v.is(Status, body)) {
    const causes = (body.details?.causes ?? []).map((cause) => ({
      field: cause.field ?? '',
      message: cause.message ?? '',
    }))
    return new ApiError({
      ...failure,
      reason: body.reason || failure.reason,
      message: body.message || failure.reason,
      causes,
    })
  }
  if (v.is(OAuthError, body))
    return new ApiError({ ...failure, reason: body.error, message: body.error_description ?? body.error })
  if (v.is(Message, body)) return new ApiError({ ...failure, message: body.message })
  return new ApiError({ ...failure, message: excerpt(unescapeHtml(text)) || failure.reason })
}

/** The body of a good answer, checked against the schema but not changed: unknown fields and their order survive. */
export async function readAnswer<const S extends v.GenericSchema>(
  response: Response,
  path: string,
  schema: S,
): Promise<v.InferOutput<S>> {
  const bad = (message: string) => new ApiError({ status: response.status, reason: 'BadAnswer', message, path })
  const text = await response.text().catch((error: unknown) => {
    throw new ApiError({
      status: response.status,
      reason: 'Unreachable',
      message: `the connection broke within the answer: ${String(error)}`,
      path,
    })
  })
  const parsed = parseJson(text)
  if (parsed === null) {
    const type = response.headers.get('content-type') ?? 'no content type'
    throw bad(
      isJson(response)
        ? `not valid JSON: ${excerpt(text.slice(0, 120))}`
        : `JSON expected, got ${type}: ${excerpt(text)}`,
    )
  }
  const result = v.safeParse(schema, parsed.value, { abortPipeEarly: true })
  if (!result.success) {
    const [issue] = result.issues
    const field = v.getDotPath(issue) ?? ''
    throw bad(`${field ? `field ${field}: ` : ''}${issue.message}`)
  }
  return parsed.value as v.InferOutput<S>
}
