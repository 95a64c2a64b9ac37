/**
 * One engine in a process of its own: `fork`ed with the engine's name and the number of words, it
 * runs a round for each `Order` it is sent and answers with a `Round`.
 *
 * Engines in one process share a compiler and a collector: whoever runs first decides how the code
 * of the next is compiled. Each alone is what a caller has.
 */

import { loadCorpus } from './corpus.ts'
import { OURS, PEERS } from './engines.ts'
import { type Round, runRound } from './measure.ts'
import type { TextKind } from './speed.ts'

export interface Order {
  readonly kind: TextKind
  /** The round in which the compiler settles: longer, and never cut short. */
  readonly isFirst: boolean
}

if (import.meta.main) serve(process.argv[2] ?? '', Number(process.argv[3]))

function serve(name: string, wordCount: number): void {
  const engine = [...PEERS, ...OURS].find((one) => one.name === name)
  if (engine === undefined) throw new Error(`There is no engine of the name ${name}.`)
  const corpus = loadCorpus()
  const find = engine.build(corpus.words(wordCount))
  process.on('message', ({ kind, isFirst }: Order) => {
    const round: Round = runRound(find, corpus[kind], isFirst)
    process.send?.(round)
  })
}
