/** Measures engines side by side, in interleaved rounds, so that a noisy machine is noisy for all. */

export interface Contestant {
  readonly name: string
  readonly find: (text: string) => number
}

export interface Speed {
  readonly name: string
  /** Million UTF-16 units per second, the median of the rounds. */
  readonly speed: number
  readonly hits: number
}

/** Long enough that the clock and the collector do not decide a round. */
const LEAST_ROUND_MS = 60
const MOST_ROUND_MS = 300
const WARM_UP_MS = 700
/** Asking the clock after each text would be part of what is measured. */
const LOOKS_AT_CLOCK = 100

export function measure(
  contestants: readonly Contestant[],
  texts: readonly string[],
  rounds: number,
): readonly Speed[] {
  const speeds = new Map<string, number[]>()
  const hits = new Map<string, number>()
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, find } of contestants) {
      const { speed, found } = runRound(find, texts, round === 0)
      if (round === 0) hits.set(name, found)
      if (round > 0) speeds.set(name, [...(speeds.get(name) ?? []), speed])
    }
  }
  return contestants.map(({ name }) => ({
    name,
    speed: median(speeds.get(name) ?? []),
    hits: hits.get(name) ?? 0,
  }))
}

/**
 * A round ends after a pass, or in the middle of one when an engine is so slow. The first round is
 * for the compiler: long enough that it has settled, which takes a while when the machine is busy.
 */
function runRound(
  find: (text: string) => number,
  texts: readonly string[],
  isFirst: boolean,
): { speed: number; found: number } {
  const before = process.cpuUsage()
  const deadlineUs = (isFirst ? Number.POSITIVE_INFINITY : MOST_ROUND_MS) * 1000
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
      if (nth % LOOKS_AT_CLOCK === 0 && spentSince(before) > deadlineUs) break
    }
    spentUs = spentSince(before)
  } while (spentUs < leastUs)
  return { speed: units / spentUs, found }
}

function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return user + system
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0
}
