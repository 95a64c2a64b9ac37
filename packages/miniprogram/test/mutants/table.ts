/**
 * The mutation table: every mutant of every guarded program, what it really does, and what is said.
 *
 * A mutant does harm when marked content is published although the check finds it risky, or although
 * the check or the function that holds it fails, or without any check. Such a mutant must not be
 * called guarded. One that still publishes and does no harm is no fault of the guard, and one that
 * publishes nothing is no program: both are counted apart, and what is said of them is told.
 */

import type { Guard } from '@fangxing/contract'
import { observeProgram } from '../../src/observe-program.ts'
import { packageOf } from '../read-fixture.ts'
import { type Mutant, mutantsOf } from './apply-faults.ts'
import type { GuardedProgram } from './guarded-program.ts'
import { programsInFunctions } from './programs-in-functions.ts'
import { programsOnClient } from './programs-on-client.ts'
import { rehearse } from './rehearsal.ts'
import type { RehearsedWorld } from './rehearsal-stage.ts'

export const guardedPrograms: readonly GuardedProgram[] = [
  ...programsInFunctions,
  ...programsOnClient,
]

export interface Row {
  readonly program: string
  readonly mutant: string
  /** What the rehearsal showed: published unchecked, checked in vain, no harm, nothing published at all. */
  readonly is: 'unguarded' | 'ineffective' | 'harmless' | 'broken'
  /** What the reader says; nothing when it sees no entry. */
  readonly said: Guard['kind'] | 'none'
}

/** A fault that does harm and is taken for a guard: there must be none. */
export function isMissed({ is, said }: Row): boolean {
  const isHarmful = is === 'unguarded' || is === 'ineffective'
  return isHarmful && said !== 'unguarded' && said !== 'ineffective' && said !== 'unknown'
}

/** The first that does harm is often the only one that has to be rehearsed. */
const WORLDS: readonly RehearsedWorld[] = ['risky', 'pass', 'checkFails', 'functionFails']

/** Rehearses and reads every mutant. Promises that nobody waits for may reject meanwhile. */
export async function tableRows(): Promise<readonly Row[]> {
  const forgive = () => {}
  process.on('unhandledRejection', forgive)
  const rows: Row[] = []
  for (const program of guardedPrograms) {
    for (const mutant of [unchanged(program), ...mutantsOf(program)]) {
      rows.push({
        program: program.name,
        mutant: mutant.name,
        is: await truthOf(mutant),
        said: saidOf(mutant),
      })
    }
  }
  process.off('unhandledRejection', forgive)
  return rows
}

export const UNCHANGED = 'unchanged'

function unchanged(program: GuardedProgram): Mutant {
  return { name: UNCHANGED, program, files: program.files }
}

async function truthOf({ files, program }: Mutant): Promise<Row['is']> {
  let isHarmful = false
  let isChecked = false
  let isAlive = false
  for (const world of WORLDS) {
    const noted = await rehearseSafely(files, program, world)
    const published = noted.findIndex(({ what }) => what === 'published')
    const checked = noted.findIndex(({ what }) => what === 'checked')
    if (checked >= 0) isChecked = true
    if (published >= 0) {
      if (world === 'pass') isAlive = true
      if (world !== 'pass' || checked < 0 || checked > published) isHarmful = true
    }
    if (isHarmful && isChecked) return 'ineffective'
  }
  if (isHarmful) return 'unguarded'
  return isAlive ? 'harmless' : 'broken'
}

/** A program that breaks while it is loaded shows nothing. */
async function rehearseSafely(
  files: Mutant['files'],
  { script }: GuardedProgram,
  world: RehearsedWorld,
) {
  try {
    return await rehearse(files, script, world)
  } catch {
    return []
  }
}

/** Of the last entry: a program with two fields marks the second. */
function saidOf({ files }: Mutant): Row['said'] {
  const { publishEntries } = observeProgram(packageOf(files))
  return publishEntries.at(-1)?.guard.kind ?? 'none'
}
