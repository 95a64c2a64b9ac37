/** The shape of a small program whose guard works, from which mutants are made. */

import type { Script } from './rehearsal.ts'
import { MARK } from './rehearsal-stage.ts'

export interface GuardedProgram {
  /** The style of its guard. */
  readonly name: string
  readonly files: Readonly<Record<string, string>>
  /** What a user does to publish. */
  readonly script: Script
}

/** One text field and one button that sends it. */
export const PAGE = {
  'app.json': '{"pages":["p"]}',
  'p.wxml': '<textarea bindinput="onText"/><button bindtap="onSend"/>',
}

export const TEXT: Script = [
  ['onText', { value: MARK }],
  ['onSend', {}],
]
