/** The features of texts and the sums of their weights in WebAssembly (`kernel/classify/`): 6 MB for each model. */

import { FoldedText } from '../fold/fold.ts'
import { READING } from '../fold/fold-table.ts'
import { type Hosted, Program } from '../kernel/host.ts'
import { UnitCopy } from '../match/units.ts'
import { MOST_FEATURES, MOST_UNITS, soundOf } from './features.ts'
import { KeptFeatures } from './kept-features.ts'
import { ROW_BYTES, writeRows } from './plain-sums.ts'
import { BYTES } from './sums.generated.ts'
import type { TextSums } from './sums.ts'
import { TOPIC_NAMES } from './topics.ts'

/** What lies where in the memory of the program: `kernel/classify/layout.ts`. */
type PlaceName =
  | 'FEATURES'
  | 'KEPT'
  | 'READINGS'
  | 'SOUNDS'
  | 'SOURCE'
  | 'SUMS'
  | 'UNITS'
  | 'WEIGHTS'

interface Calls extends Readonly<Record<PlaceName, { readonly value: number }>> {
  /** Negative: a character needs a closer look than a table. */
  readUnits(length: number): number
  sumFeatures(units: number): number
}

const program = new Program<Calls>(BYTES)
const PAGE = 65536
/** Before the weights. */
const PAGES = 23

/** Undefined where the host cannot run it. */
export function hostSums(bitmap: Uint8Array, weights: Int8Array): TextSums | undefined {
  const kept = new KeptFeatures(bitmap)
  const hosted = program.start(PAGES + Math.ceil((kept.size * ROW_BYTES) / PAGE))
  return hosted === undefined ? undefined : new HostedSums(hosted, kept, weights)
}

class HostedSums implements TextSums {
  readonly numbers: Uint32Array
  count = 0
  private readonly calls: Calls
  private readonly source: UnitCopy
  private readonly units: Uint32Array
  private readonly sounds: Uint32Array
  private readonly results: Int32Array
  private readonly folded = new FoldedText()

  constructor(
    { calls, memory: { buffer } }: Hosted<Calls>,
    kept: KeptFeatures,
    weights: Int8Array,
  ) {
    this.calls = calls
    this.numbers = new Uint32Array(buffer, calls.FEATURES.value, MOST_FEATURES)
    this.source = new UnitCopy(new Uint16Array(buffer, calls.SOURCE.value, MOST_UNITS))
    this.units = new Uint32Array(buffer, calls.UNITS.value, MOST_UNITS)
    this.sounds = new Uint32Array(buffer, calls.SOUNDS.value, MOST_UNITS)
    this.results = new Int32Array(buffer, calls.SUMS.value, TOPIC_NAMES.length)
    new Uint32Array(buffer, calls.READINGS.value, READING.length).set(toReadings())
    new Uint32Array(buffer, calls.KEPT.value, kept.pairs.length).set(kept.pairs)
    writeRows(weights, new Int8Array(buffer, calls.WEIGHTS.value))
  }

  read(text: string, sums: Float64Array): void {
    const { calls, results } = this
    const start = text.length > MOST_UNITS ? text.slice(0, MOST_UNITS) : text
    this.source.fill(start)
    const units = calls.readUnits(start.length)
    this.count = calls.sumFeatures(units < 0 ? this.readClosely(start) : units)
    for (let topic = 0; topic < results.length; topic += 1) sums[topic] = results[topic] as number
  }

  /** Some character stands for several, or is half of one. */
  private readClosely(text: string): number {
    const { units, sounds, folded } = this
    folded.read(text)
    const count = Math.min(folded.length, MOST_UNITS)
    for (let at = 0; at < count; at += 1) {
      const unit = folded.units[at] as number
      units[at] = unit
      sounds[at] = soundOf(unit)
    }
    return count
  }
}

/** For each character what it is read as, and in the upper half how that sounds. */
function toReadings(): Uint32Array {
  return Uint32Array.from(READING, (unit) => unit | (soundOf(unit) << 16))
}
