/** How the platform answers: through callbacks if there are any, and through a promise. */

export interface Options {
  readonly success?: (value: unknown) => void
  readonly fail?: (reason: unknown) => void
  readonly complete?: (value: unknown) => void
  readonly [name: string]: unknown
}

export interface Settled {
  readonly value?: unknown
  readonly reason?: unknown
}

export async function answer(
  options: Options,
  settled: Settled | Promise<Settled>,
): Promise<unknown> {
  const { value, reason } = await settled
  const hasCallback = options.success || options.fail || options.complete
  if (reason === undefined) options.success?.(value)
  else options.fail?.(reason)
  options.complete?.(value ?? reason)
  if (reason !== undefined && !hasCallback) throw reason
  return value
}
