/**
 * A topic: what a program may be about, the categories that answer it, and the clues for it.
 */

import type { Clue } from './clue.ts'

export interface Topic {
  /** Full names; declaring any one of them answers the topic. */
  readonly anyOf: readonly string[]
  /** Without a sign of this the topic is not looked at. */
  readonly needs?: Clue
  /** One of these is enough. */
  readonly strong: readonly Clue[]
  /** Two of these together make the topic likely. */
  readonly weak: readonly Clue[]
}
