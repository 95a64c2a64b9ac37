/**
 * Makes mutants of a program: every small fault of the list, at every place where it fits.
 *
 * By edits of the syntax tree's ranges, so a mutant is the program with one range replaced. Every
 * mutant still parses; two faults that give the same text count once.
 */

import { parseSync } from 'oxc-parser'
import { walk } from '../../src/script/walk.ts'
import { faultsOfAnswers, faultsOfErrors } from './faults-of-answers.ts'
import { faultsOfContent } from './faults-of-content.ts'
import { faultsOfOrder } from './faults-of-order.ts'
import { faultsOfTests } from './faults-of-tests.ts'
import type { GuardedProgram } from './guarded-program.ts'

const faults = [
  ...faultsOfTests,
  ...faultsOfAnswers,
  ...faultsOfErrors,
  ...faultsOfContent,
  ...faultsOfOrder,
]

export interface Mutant {
  /** `the await is dropped, p.js:7`. */
  readonly name: string
  readonly program: GuardedProgram
  readonly files: Readonly<Record<string, string>>
}

export function mutantsOf(program: GuardedProgram): readonly Mutant[] {
  const seen = new Set<string>()
  return Object.entries(program.files).flatMap(([path, code]) => {
    if (!/\.[jt]s$/.test(path)) return []
    const nodes = [...walk(parse(path, code).program)]
    return faults.flatMap(({ name, edits }) =>
      nodes.flatMap((node) =>
        edits(node, code).flatMap(({ start, end, text }) => {
          const changed = code.slice(0, start) + text + code.slice(end)
          const isRepeated = seen.has(changed) || changed === code
          if (isRepeated || parse(path, changed).errors.length > 0) return []
          seen.add(changed)
          const line = code.slice(0, start).split('\n').length
          const files = { ...program.files, [path]: changed }
          return [{ name: `${name}, ${path}:${line}`, program, files }]
        }),
      ),
    )
  })
}

function parse(path: string, code: string) {
  return parseSync(path, code, { lang: path.endsWith('.ts') ? 'ts' : 'js' })
}
