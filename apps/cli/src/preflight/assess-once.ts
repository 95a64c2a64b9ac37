/**
 * Assesses a package, or takes the answer of an earlier run over the very same input.
 *
 * The answer is kept under a hash of every path and byte, of what is declared, of the word list and of
 * the version of this command; any other input has another name, so nothing has to be invalidated.
 * Engines, rules and words are loaded only when there is no kept answer. A kept file that cannot be
 * read counts as absent.
 */

import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProgramAssessment } from '@fangxing/assessment'
import type { PackageFiles, SubmissionFacts } from '@fangxing/contract'
import manifest from '../../package.json' with { type: 'json' }
import { namingPackage } from '../input/read-package.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface Assessable {
  readonly path: string
  readonly files: PackageFiles
  readonly submission: SubmissionFacts
  /** The word list, absent for the starter list. */
  readonly lexicon: string | undefined
}

export async function assessOnce(
  subject: Assessable,
  cacheFolder: string | undefined,
  terminal: Terminal,
): Promise<ProgramAssessment> {
  if (cacheFolder === undefined) return assess(subject, terminal)
  const file = join(cacheFolder, `${await nameOf(subject)}.json`)
  const kept = await readKept(file)
  if (kept) return kept
  const assessment = await assess(subject, terminal)
  // A failure of ours may be gone in the next run.
  if (assessment.summary.failures.length === 0) await keep(cacheFolder, file, assessment)
  return assessment
}

async function assess(
  { path, files, submission, lexicon }: Assessable,
  terminal: Terminal,
): Promise<ProgramAssessment> {
  const { assessProgram } = await import('@fangxing/assessment')
  const { openLexicon } = await import('../check/open-lexicon.ts')
  const words = await openLexicon(lexicon, terminal)
  return namingPackage(path, () => assessProgram(files, submission, words))
}

async function nameOf({ files, submission, lexicon }: Assessable): Promise<string> {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([manifest.version, submission, files.size]))
  if (lexicon !== undefined) hash.update(await readFile(lexicon).catch(() => new Uint8Array()))
  for (const path of [...files.keys()].sort()) {
    const bytes = files.get(path) ?? new Uint8Array()
    hash.update(`\0${path}\0${bytes.byteLength}\0`).update(bytes)
  }
  return hash.digest('hex')
}

async function readKept(file: string): Promise<ProgramAssessment | undefined> {
  try {
    const kept: ProgramAssessment = JSON.parse(await readFile(file, 'utf8'))
    return Array.isArray(kept.judgements) ? kept : undefined
  } catch {
    return undefined
  }
}

/** Under another name first, so that a run beside this one never reads half a file. */
async function keep(folder: string, file: string, assessment: ProgramAssessment): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    const draft = `${file}.${process.pid}`
    await writeFile(draft, JSON.stringify(assessment))
    await rename(draft, file)
  } catch {
    // Without a kept answer the next run takes longer, and that is all.
  }
}
