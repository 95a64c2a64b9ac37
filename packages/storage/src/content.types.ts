/** Settings of the instance: small values that operators change. */

export interface Settings {
  /** The JSON value, or undefined when never set. */
  get(name: string): Promise<unknown>
  set(name: string, value: unknown): Promise<void>
}
