/**
 * How much smaller a picture could be without losing detail: 1 is native, 2 was doubled; null when it
 * has too little detail to tell.
 *
 * The busiest tiles are taken apart into frequencies. What was enlarged by interpolation has nothing
 * above a limit: the factor is how far that limit lies below what the pixels could hold. A blur looks
 * the same and is the same to a reader. Enlarging by repeating pixels leaves false detail instead, and
 * is told by steps that only come at every n-th pixel.
 * An estimate from below: what was doubled by interpolation reads 1.25 to 2, made four times as large
 * 2.5 to 4.
 * O(pixels) to choose the tiles, then 24 small transforms.
 */

import type { Luma } from '../picture/luma.ts'

const TILE = 32
const TILES = 24
/** A tile with less spread than this, in brightness levels, has no detail to lose. */
const LEAST_SPREAD = 8
/** What may be lost above the limit, as a share of the tile's spread. */
const MOST_LOSS = 0.05
export const UPSCALING_STEPS = [1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8] as const
/** Of all steps between pixels, the share that lies on one phase when pixels were repeated. */
const REPEATED_SHARE = 0.9
const MOST_REPEATS = 7
/** Steps that all lie on one phase of eight are a codec's blocks. */
const CODEC_BLOCK = 8
/** Smaller steps, in brightness levels, are what compression left within a repeated pixel. */
const LEAST_STEP = 8
/** Lines of the phase that have steps, at least: two edges of a box lie on one phase by chance. */
const STEPPED_SHARE = 0.12

const COSINES = Float64Array.from({ length: TILE * TILE }, (_, at) => {
  const frequency = Math.floor(at / TILE)
  const scale = Math.sqrt((frequency === 0 ? 1 : 2) / TILE)
  return scale * Math.cos((Math.PI / TILE) * frequency * ((at % TILE) + 0.5))
})

export function measureUpscaling(luma: Luma): number | null {
  const repeats = measureRepeats(luma)
  if (repeats > 1) return repeats
  const tiles = busiestTiles(luma)
  if (tiles.length === 0) return null
  const spectra = tiles.map((start) => energyByFrequency(luma, start))
  let factor = 1
  for (const step of UPSCALING_STEPS) {
    const losses = spectra.map((energy) => lossAbove(energy, TILE / step))
    const typical = losses.toSorted((one, other) => one - other)[Math.floor(losses.length * 0.75)]
    if ((typical ?? 1) > MOST_LOSS) break
    factor = step
  }
  return factor
}

/** Positions of the top left pixels of the tiles with the largest spread, at most `TILES`. */
function busiestTiles(luma: Luma): number[] {
  const tiles: { start: number; spread: number }[] = []
  for (let y = 0; y + TILE <= luma.height; y += TILE) {
    for (let x = 0; x + TILE <= luma.width; x += TILE) {
      const start = y * luma.width + x
      const spread = spreadOf(luma, start)
      if (spread >= LEAST_SPREAD) tiles.push({ start, spread })
    }
  }
  return tiles
    .toSorted((one, other) => other.spread - one.spread)
    .slice(0, TILES)
    .map(({ start }) => start)
}

/** Standard deviation of a tile. */
function spreadOf({ width, data }: Luma, start: number): number {
  let sum = 0
  let squares = 0
  for (let y = 0; y < TILE; y += 1) {
    for (let x = 0; x < TILE; x += 1) {
      const value = data[start + y * width + x] ?? 0
      sum += value
      squares += value * value
    }
  }
  const mean = sum / TILE ** 2
  return Math.sqrt(Math.max(0, squares / TILE ** 2 - mean * mean))
}

/** Energy of the tile's cosine transform by the higher of its two frequencies, 0 to 31. */
function energyByFrequency({ width, data }: Luma, start: number): Float64Array {
  const rows = new Float64Array(TILE * TILE)
  for (let y = 0; y < TILE; y += 1) {
    for (let u = 0; u < TILE; u += 1) {
      let sum = 0
      for (let x = 0; x < TILE; x += 1) {
        sum += (COSINES[u * TILE + x] ?? 0) * (data[start + y * width + x] ?? 0)
      }
      rows[y * TILE + u] = sum
    }
  }
  const energy = new Float64Array(TILE)
  for (let v = 0; v < TILE; v += 1) {
    for (let u = 0; u < TILE; u += 1) {
      let sum = 0
      for (let y = 0; y < TILE; y += 1) {
        sum += (COSINES[v * TILE + y] ?? 0) * (rows[y * TILE + u] ?? 0)
      }
      energy[Math.max(u, v)] = (energy[Math.max(u, v)] ?? 0) + sum * sum
    }
  }
  return energy
}

/** Spread that lies at and above a frequency, over the whole spread; the mean is in neither. */
function lossAbove(energy: Float64Array, frequency: number): number {
  const whole = energy.reduce((sum, part, at) => (at === 0 ? sum : sum + part), 0)
  const lost = energy.reduce((sum, part, at) => (at < frequency ? sum : sum + part), 0)
  return whole === 0 ? 0 : Math.sqrt(lost / whole)
}

/** 1, or how many times each pixel was repeated, when it was so both ways. */
function measureRepeats(luma: Luma): number {
  const across = new Float64Array(luma.width)
  const down = new Float64Array(luma.height)
  const { width, height, data } = luma
  for (let y = 1; y < height; y += 1) {
    for (let x = 1; x < width; x += 1) {
      const at = y * width + x
      const here = data[at] ?? 0
      const stepAcross = Math.abs(here - (data[at - 1] ?? 0))
      const stepDown = Math.abs(here - (data[at - width] ?? 0))
      if (stepAcross >= LEAST_STEP) across[x] = (across[x] ?? 0) + stepAcross
      if (stepDown >= LEAST_STEP) down[y] = (down[y] ?? 0) + stepDown
    }
  }
  if (isOnOnePhase(across, CODEC_BLOCK)) return 1
  for (let period = MOST_REPEATS; period > 1; period -= 1) {
    if (isOnOnePhase(across, period) && isOnOnePhase(down, period)) return period
  }
  return 1
}

/** Also that the steps are many. */
function isOnOnePhase(steps: Float64Array, period: number): boolean {
  const byPhase = new Float64Array(period)
  for (let at = 0; at < steps.length; at += 1) {
    byPhase[at % period] = (byPhase[at % period] ?? 0) + (steps[at] ?? 0)
  }
  const whole = byPhase.reduce((sum, part) => sum + part, 0)
  const most = Math.max(...byPhase)
  const phase = byPhase.indexOf(most)
  const stepped = steps.filter(
    (step, at) => at % period === phase && step > whole / steps.length / 8,
  )
  return most >= REPEATED_SHARE * whole && stepped.length * period >= STEPPED_SHARE * steps.length
}
