/** Measures an engine by rounds: the processor time that so many characters took. */

export interface Round {
  /** Million UTF-16 units per second. */
  readonly speed: number
  readonly found: number
}

/** Long enough for the clock, short enough that some round runs without being interrupted. */
const LEAST_ROUND_MS = 15
const MOST_ROUND_MS = 80
const WARM_UP_MS = 700
/** Asking the clock after each text would be part of what is measured. */
const LOOKS_AT_CLOCK = 100

/** The median speed of `rounds` rounds, after one for the compiler. */
export function measureSpeed(
  find: (text: string) => number,
  texts: readonly string[],
  rounds: number,
): number {
  runRound(find, texts, true)
  return median(Array.from({ length: rounds }, () => runRound(find, texts, false).speed))
}

/**
 * A round ends after a pass, or in the middle of one when an engine is so slow. The first round is
 * for the compiler: long enough that it has settled, which takes a while when the machine is busy.
 */
export function runRound(
  find: (text: string) => number,
  texts: readonly string[],
  isFirst: boolean,
): Round {
  const before = process.cpuUsage()
  const started = performance.now()
  const most = isFirst ? Number.POSITIVE_INFINITY : MOST_ROUND_MS
  const leastUs = (isFirst ? WARM_UP_MS : LEAST_ROUND_MS) * 1000
  let found = 0
  let units = 0
  let spentUs = 0
  do {
    found = 0
    for (let nth = 0; nth < texts.length; nth += 1) {
      const text = texts[nth] ?? ''
      found += find(text)
      units += text.length
      // The clock on the wall: asking for processor time costs as much as a few messages.
      if (nth % LOOKS_AT_CLOCK === 0 && performance.now() - started > most) break
    }
    const { user, system } = process.cpuUsage(before)
    spentUs = user + system
  } while (spentUs < leastUs)
  return { speed: units / spentUs, found }
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0
}
