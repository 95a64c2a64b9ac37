/** Saved runs of the benches of the material audit, from which a part of `docs/material.md` is made. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TreeUse } from './watch-tree.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'material-runs')

export interface GrowthRow extends TreeUse {
  readonly screens: number
  readonly cards: number
  readonly seconds: number
  /** Screens that were looked at. */
  readonly looked: number
  readonly missing: number
}

export interface GrowthRun {
  readonly rows: readonly GrowthRow[]
  readonly throughput: readonly (TreeUse & {
    readonly browsers: number
    readonly pagesPerMinute: number
  })[]
  /** Null: it could not be installed. */
  readonly lighthouse: (TreeUse & { readonly seconds: number; readonly audits: number }) | null
}

/** How often one rule accuses, and asks a person about, ordinary texts. */
export interface Rate {
  violations: number
  questions: number
}

export interface OrdinaryRun {
  readonly sets: readonly {
    readonly words: string
    readonly as: 'title' | 'body'
    readonly texts: number
    readonly rates: Readonly<Record<string, Rate>>
  }[]
}

/** Rows by outcome, of each material that was audited. */
export interface TalliesRun {
  readonly tallies: readonly {
    readonly name: string
    readonly broken: number
    readonly person: number
    readonly passes: number
    readonly inapplicable: number
  }[]
}

/** What an audit said of saved pages of others, of which nothing but numbers is kept. */
export interface PublicRun {
  /** Pages by where they were published. */
  readonly sources: Readonly<Record<string, number>>
  readonly verdicts: Readonly<Record<string, number>>
  /** Pages of which some was not seen. */
  readonly halfSeen: number
  /** Rows of the middle page by outcome. */
  readonly middle: Omit<TalliesRun['tallies'][number], 'name'>
  readonly clauses: readonly {
    readonly clauseId: string
    readonly broken: number
    readonly asked: number
  }[]
}

/** How pages of real mini-programs were drawn: programs, pages, and pages by how far they went. */
export interface ProgramsRun {
  readonly programs: number
  /** In forms that take a compiler of their own. */
  readonly notDrawn: number
  readonly pages: number
  readonly counts: Readonly<Record<string, number>>
}

export function saveRun(name: string, run: unknown): void {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(run, null, 2)}\n`)
}

/** Null when this bench was never saved. */
export function readRun<Run>(name: string): Run | null {
  const file = join(FOLDER, `${name}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Run) : null
}
