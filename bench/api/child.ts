/** What every process under measure says to the one that measures: its address, and what it used. */

export interface Usage {
  /** Microseconds of CPU time, of all threads, since the start. */
  readonly cpu: number
  /** Bytes of resident memory. */
  readonly rss: number
  /** Bytes of live objects, after a collection where one was asked for and the process allows it. */
  readonly heap: number
}

export function answerParent(url: string): void {
  process.on('message', (question: { readonly collects: boolean }) => {
    if (question.collects) globalThis.gc?.()
    const { user, system } = process.cpuUsage()
    const { rss, heapUsed } = process.memoryUsage()
    process.send?.({ cpu: user + system, rss, heap: heapUsed } satisfies Usage)
  })
  // The parent is gone: so are we.
  process.on('disconnect', () => process.exit())
  // In order, so that a profile is written.
  process.on('SIGTERM', () => process.exit())
  process.send?.({ url })
}
