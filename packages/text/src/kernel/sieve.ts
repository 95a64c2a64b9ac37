/**
 * What a kernel is told so that it leaves out marks and letters of which no word could make use. Whoever
 * reads marks and letters looks closely at each, so a row that was searched without a kernel, where all
 * are left, is answered the same.
 */

import type { StandIns } from '../disguise/stand-ins.ts'
import type { TripleSet } from '../match/triple-set.ts'

export interface Sieve {
  /** What stands beside each unit in some word. */
  readonly inWords: TripleSet
  /** The same of the characters that others stand for: few, so that they are near. */
  readonly besideMeant: TripleSet
  readonly standIns: StandIns
  readonly readsDigits: boolean
  readonly readsSyllables: boolean
  /** Absent: letters are no initials. */
  readonly initials: InitialSieve | undefined
}

export interface InitialSieve {
  /** A letter for a character, with what stands beside it in some word. */
  readonly beside: TripleSet
  /** Three characters in a row of which one is its letter. */
  readonly windows: TripleSet
  readonly mayBeAllLetters: boolean
}
