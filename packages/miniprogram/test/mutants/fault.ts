/** What a fault is: an edit, wherever in a file it can be made. */

import type { Node } from 'oxc-parser'

/** A range of a file and what is to stand there. */
export interface Edit extends Ranged {
  readonly text: string
}

export interface Ranged {
  readonly start: number
  readonly end: number
}

/** What a person may do wrong: every place in a file where it can be done. */
export interface Fault {
  readonly name: string
  readonly edits: (node: Node, code: string) => readonly Edit[]
}

export function replace({ start, end }: Ranged, text: string): Edit {
  return { start, end, text }
}

/** The source of a node. */
export function text(code: string, { start, end }: Ranged): string {
  return code.slice(start, end)
}

/** Calls that check, or that ask for a check. */
export const CHECKED_CALL = /check|clean|callFunction/i
