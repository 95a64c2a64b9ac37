/**
 * Real programs with labels made by hand: what is known about each, and its files.
 *
 * `FANGXING_PROGRAMS` names a folder that holds one checkout per program, `<owner>__<name>`, at the
 * labelled commit; `FANGXING_PROGRAM_LABELS` names the file of labels. Neither is in the repository.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageFiles } from '@fangxing/contract'

export interface EntryLabel {
  readonly file: string
  readonly line: number
  readonly guarded:
    | 'yes'
    | 'no'
    | 'partial'
    | 'ineffective'
    | 'unknown'
    | 'platform'
    | 'third-party'
  readonly needsGuard: boolean | 'advisable'
}

export interface LabelledPlace {
  readonly file: string
  readonly line: number
}

export interface LabelledProgram {
  readonly repo: string
  readonly scoreable: boolean
  readonly confidence: 'high' | 'medium' | 'low'
  readonly filing: 'yes' | 'no' | 'uncertain' | 'n/a'
  readonly ugc: readonly EntryLabel[]
  readonly categoryEvidence: readonly (LabelledPlace & { readonly category: string })[]
  readonly secCheckCalls: readonly (LabelledPlace & { readonly live: boolean })[]
}

export const LABELS_MISSING =
  'Skipped: set FANGXING_PROGRAMS and FANGXING_PROGRAM_LABELS to measure on labelled programs.'

/** The labels to score and the folder of the programs; nothing when they are not at hand. */
export function findLabelled():
  | { readonly programs: readonly LabelledProgram[]; readonly folder: string }
  | undefined {
  const { FANGXING_PROGRAMS: folder, FANGXING_PROGRAM_LABELS: labels } = process.env
  if (!folder || !labels || !existsSync(folder) || !existsSync(labels)) return undefined
  const all: readonly LabelledProgram[] = JSON.parse(readFileSync(labels, 'utf8'))
  return {
    folder,
    programs: all.filter(({ scoreable, repo }) => scoreable && existsSync(checkout(folder, repo))),
  }
}

export function readProgram(folder: string, { repo }: LabelledProgram): PackageFiles {
  const directory = checkout(folder, repo)
  const files = new Map<string, Uint8Array>()
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(directory.length + 1).replaceAll('\\', '/')
    if (entry.isFile() && !name.startsWith('.git/')) files.set(name, readFileSync(path))
  }
  return files
}

function checkout(folder: string, repo: string): string {
  return join(folder, repo.replace('/', '__'))
}

const NEAR_LINES = 3

/** A label names a line; an element or a call may begin a little before or after it. */
export function isNear(label: LabelledPlace, at: LabelledPlace): boolean {
  return label.file === at.file && Math.abs(label.line - at.line) <= NEAR_LINES
}
