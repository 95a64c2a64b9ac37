/**
 * A kernel for whoever reads enough text to be worth its memory; until then there is none.
 *
 * Most lexicons of a test or a command read a few messages; one that serves reads millions.
 */

import type { SearchedRow, Wanted } from '../searched-row.ts'
import { RowKernel } from './row-kernel.ts'
import { type Steps, takeAll } from './steps.ts'

/** Units: what plain reading takes as long for as a kernel takes to start. */
export const WORTH_STARTING = 20_000

export class WarmKernel {
  private units = 0
  private kernel: RowKernel | undefined

  /** Undefined when the text must be read the plain way. */
  search(text: string, wanted: Wanted): SearchedRow | undefined {
    if (this.kernel !== undefined) return this.kernel.search(text)
    if (this.units > WORTH_STARTING) return undefined
    this.units += text.length
    if (this.units > WORTH_STARTING) takeAll(this.start(wanted))
    return undefined
  }

  /** Before it is known to be worth it. No text is searched between the steps. */
  *start(wanted: Wanted): Steps {
    if (this.kernel !== undefined) return
    this.units = WORTH_STARTING + 1
    this.kernel = yield* RowKernel.start(wanted)
  }
}
