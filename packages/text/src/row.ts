/** A text as a row of units, each with its place in the original: what words are searched in. */

export interface Row {
  /** The original. */
  readonly text: string
  readonly units: Uint16Array
  /** Where the first character of each unit begins in the original. */
  readonly starts: Uint32Array
  /** Where its last character begins; the same array as `starts` when units are one character each. */
  readonly lasts: Uint32Array
  readonly length: number
  /** For each unit, the conversions that made it what it is, one bit each; absent: none. */
  readonly changes?: Uint32Array
}
