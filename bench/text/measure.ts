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

export function measure(
  contestants: readonly Contestant[],
  texts: readonly string[],
  rounds: number,
): readonly Speed[] {
  const units = texts.reduce((sum, text) => sum + text.length, 0)
  const speeds = new Map<string, number[]>()
  const hits = new Map<string, number>()
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, find } of contestants) {
      const { speed, found } = runRound(find, texts, units)
      hits.set(name, found)
      // The first round is for the compiler.
      if (round > 0) speeds.set(name, [...(speeds.get(name) ?? []), speed])
    }
  }
  return contestants.map(({ name }) => ({
    name,
    speed: median(speeds.get(name) ?? []),
    hits: hits.get(name) ?? 0,
  }))
}

function runRound(find: (text: string) => number, texts: readonly string[], units: number) {
  const before = process.cpuUsage()
  let found = 0
  let passes = 0
  let spentUs = 0
  do {
    found = 0
    for (const text of texts) found += find(text)
    passes += 1
    const { user, system } = process.cpuUsage(before)
    spentUs = user + system
  } while (spentUs < LEAST_ROUND_MS * 1000)
  return { speed: (units * passes) / spentUs, found }
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0
}
