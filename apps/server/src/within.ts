/**
 * Runs work that is told to stop after so many milliseconds. The timer ends with the work: those of
 * `AbortSignal.timeout` live on until their time has come, and half an hour of them adds up.
 */
export async function within<Result>(
  ms: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(), ms)
  try {
    return await work(deadline.signal)
  } finally {
    clearTimeout(timer)
  }
}
