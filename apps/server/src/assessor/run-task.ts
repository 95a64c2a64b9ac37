/**
 * The work itself: one package read, observed or assessed. Runs in a process of its own.
 *
 * Keeps the lexicon it compiled last. Throws what `readArchive` and the engines throw.
 */

import assert from 'node:assert/strict'
import { assessProgram, judge } from '@fangxing/assessment'
import type { Judgement, PackageFiles } from '@fangxing/contract'
import { observeProgram } from '@fangxing/miniprogram'
import { programRules } from '@fangxing/policy'
import { compileLexicon, type Lexicon } from '@fangxing/text'
import { readArchive } from '../archive/index.ts'
import type { AssessTask, JudgeTask, ObserveTask, PackageSource, Task } from './tasks.ts'

let compiled: { readonly edition: string; readonly lexicon: Lexicon } | null = null

export async function runTask(task: Task): Promise<unknown> {
  // Before the package is read: a refused package must not leave the terms unknown.
  const lexicon = task.kind === 'assess' ? lexiconOf(task) : null
  const files = await toFiles(task.source)
  if (task.kind === 'observe') return observe(files, task)
  if (task.kind === 'judge') return judgeAll(files, task)
  assert(lexicon !== null)
  return assessProgram(files, task.facts, lexicon)
}

function toFiles(source: PackageSource): PackageFiles | Promise<PackageFiles> {
  return source instanceof Uint8Array ? readArchive(source) : source
}

function lexiconOf({ edition, terms }: AssessTask): Lexicon {
  if (compiled?.edition !== edition) {
    assert(terms !== null, `the terms of edition ${edition} were not sent`)
    compiled = { edition, lexicon: compileLexicon(terms) }
  }
  return compiled.lexicon
}

function observe(files: PackageFiles, { kinds }: ObserveTask): object {
  const seen = observeProgram(files)
  return Object.fromEntries(kinds.map((kind) => [kind, seen[kind]]))
}

function judgeAll(
  files: PackageFiles,
  { ruleIds, submissions }: JudgeTask,
): readonly (readonly Judgement[])[] {
  const program = observeProgram(files)
  const rules = programRules.filter(({ id }) => ruleIds.includes(id))
  return submissions.map((submission) => judge(rules, { ...program, submission }))
}
