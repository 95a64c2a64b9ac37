/** How long answers took, to a tenth of a millisecond: counts, not values, so that millions fit. */

const PER_MS = 10
/** Everything longer is counted here. */
const MOST_MS = 60_000

export class Timings {
  private readonly counts = new Uint32Array(MOST_MS * PER_MS + 1)
  private count = 0
  private longest = 0

  add(ms: number): void {
    const at = Math.min(this.counts.length - 1, Math.floor(ms * PER_MS))
    this.counts[at] = (this.counts[at] as number) + 1
    this.count += 1
    if (ms > this.longest) this.longest = ms
  }

  summarise(): { readonly p50: number; readonly p99: number; readonly longest: number } {
    const longest = Math.round(this.longest * PER_MS) / PER_MS
    return { p50: this.below(0.5), p99: this.below(0.99), longest }
  }

  /** The time that this share of answers did not exceed. */
  private below(share: number): number {
    let left = this.count * share
    for (let at = 0; at < this.counts.length; at += 1) {
      left -= this.counts[at] as number
      if (left <= 0) return at / PER_MS
    }
    return MOST_MS
  }
}
