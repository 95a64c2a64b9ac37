/** Settings of the instance: small values that operators change. */

export interface Settings {
  /** The JSON value, or undefined when never set. */
  get(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
  /** Sets it unless somebody else did meanwhile: false when it is no longer `known`, as `get` told it. */
  replace(name: string, known: unknown, value: unknown): Promise<boolean>
}
