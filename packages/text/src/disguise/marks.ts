/**
 * Where a row might be read in another way: separators, repeated units, and units with a trait.
 * Filled while words are looked for; about one unit in ten is marked in ordinary text.
 */
export class Marks {
  /** The places, in order; the first `count` entries. */
  places = new Int32Array(64)
  count = 0
  /** 1 for each unit that some reader wants to see. */
  readonly traits: Uint8Array

  constructor(traits: Uint8Array) {
    this.traits = traits
  }

  /** Room for one place per unit and the one that is written before it is known to be no mark. */
  reserve(length: number): void {
    if (this.places.length <= length) this.places = new Int32Array(length * 2 + 2)
  }
}
