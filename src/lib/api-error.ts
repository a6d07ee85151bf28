/** One field that the server refused, as `Status.details.causes` names it. */
export interface FieldCause {
  readonly field: string
  readonly message: string
}

interface Failure {
  readonly status: number
  readonly reason: string
  readonly message: string
  readonly path: string
  readonly causes?: readonly FieldCause[]
}

/** Every way in which a request can fail, in one shape. `status` is 0 when no answer came. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  /**
   * Kubernetes' reason (`Conflict`, `Forbidden`) or the HTTP status text; without a usable answer `Unreachable`,
   * `Timeout` or `BadAnswer`.
   */
  readonly reason: string
  /** The path asked for, without the query. */
  readonly path: string
  readonly causes: readonly FieldCause[]

  constructor(failure: Failure) {
    super(failure.message)
    this.status = failure.status
    this.reason = failure.reason
    this.path = failure.path
    this.causes = failure.causes ?? []
  }
}

export const isConflict = (error: ApiError): boolean => error.status === 409
export const isForbidden = (error: ApiError): boolean => error.status === 403
export const isNotFound = (error: ApiError): boolean => error.status === 404
