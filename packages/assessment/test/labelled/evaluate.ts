/**
 * Measures preflight on labelled programs: filing, categories, entries, guards, checks, time.
 *
 *   FANGXING_PROGRAMS=<folder> FANGXING_PROGRAM_LABELS=<file> npm run eval:preflight
 *
 * Without the two variables it says so and ends. Prints every difference with its place, then the
 * figures. `evaluateLabelled` is what the bar asks.
 */

import { observeProgram, type ProgramObservations } from '@fangxing/miniprogram'
import { impliedCategories } from '@fangxing/policy'
import {
  findLabelled,
  isNear,
  LABELS_MISSING,
  type LabelledProgram,
  readProgram,
} from './labelled-program.ts'
import { scoreCategories, scoreFiling } from './score-categories.ts'
import { scoreEntries } from './score-entries.ts'
import { type Figure, figuresOf, guardTable, Tally } from './tally.ts'

/** The figures; nothing when the programs are not at hand. */
export function evaluateLabelled(log: (line: string) => void): readonly Figure[] | undefined {
  const labelled = findLabelled()
  if (labelled === undefined) {
    log(LABELS_MISSING)
    return undefined
  }
  const tally = new Tally()
  for (const program of labelled.programs) measure(program, labelled.folder, tally, log)
  log('')
  for (const line of guardTable(tally)) log(line)
  log(`content checks ${tally.checksFound}/${tally.checksWanted} found`)
  log(`reading ${Math.round(tally.durationMs)} ms`)
  return figuresOf(tally)
}

function measure(
  program: LabelledProgram,
  folder: string,
  tally: Tally,
  log: (line: string) => void,
): void {
  const files = readProgram(folder, program)
  const start = performance.now()
  let seen: ProgramObservations
  try {
    seen = observeProgram(files)
  } catch (error) {
    log(`${program.repo}: not read (${error instanceof Error ? error.message : error})`)
    tally.wanted += program.ugc.filter(({ needsGuard }) => needsGuard !== false).length
    return
  }
  const durationMs = performance.now() - start
  tally.durationMs += durationMs
  const implied = impliedCategories(seen)
  const differences = [
    ...scoreFiling(implied, program, tally),
    ...scoreCategories(implied, program, tally),
    ...scoreEntries(seen.publishEntries, program.ugc, tally),
  ]
  const live = program.secCheckCalls.filter((call) => call.live)
  tally.checksWanted += live.length
  tally.checksFound += live.filter((call) =>
    seen.contentChecks.some(({ place }) => isNear(call, place)),
  ).length
  log(`${program.repo}: ${Math.round(durationMs)} ms`)
  for (const line of differences) log(`  ${line}`)
}

if (import.meta.main) {
  const figures = evaluateLabelled((line) => console.log(line))
  for (const { text, holds } of figures ?? [])
    console.log(`${holds ? 'holds      ' : 'falls short'}  ${text}`)
  if (figures?.some(({ holds }) => !holds)) process.exitCode = 1
}
