import data from './controller-options.json'

/** One key of the controller's ConfigMap, with what is known of it. */
export interface ControllerOption {
  readonly name: string
  readonly category: string
  readonly type: string
  readonly default: string
  readonly format?: string
  readonly unit?: string
  readonly min?: number
  readonly max?: number
  readonly values?: readonly string[]
  readonly deprecated?: boolean
  readonly replacedBy?: string
  readonly reserved?: string
  readonly effect?: string
  readonly risk?: string
  /** Controller versions that know the key. */
  readonly controllers: readonly string[]
}

/** Every option of ingress-nginx v0.48.1, v1.1.0 and v1.3.1, by name. */
export const controllerOptions: readonly ControllerOption[] = data
