/**
 * How busy the machine is with other things: what a fixed piece of work takes on the clock for each
 * unit of processor time. 1 when this process had a core to itself, 2 when it had half of one.
 *
 * A page that is slow on a busy machine may be a quick page. Works for some milliseconds when asked.
 */

const WORK_MS = 8

export function measureContention(): number {
  const before = process.cpuUsage()
  const began = performance.now()
  let spent = 0
  while (spent < WORK_MS) {
    const { user, system } = process.cpuUsage(before)
    spent = (user + system) / 1000
  }
  return Math.max(1, (performance.now() - began) / spent)
}

/** Half of the moments were busier, half were not. 1 when nothing was measured. */
export function middleOf(moments: readonly number[]): number {
  return moments.toSorted((one, other) => one - other)[moments.length >> 1] ?? 1
}
