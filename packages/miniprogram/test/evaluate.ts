/**
 * Measures the reader on labelled programs: entries, guards, checks, time.
 *
 *   FANGXING_PROGRAMS=<folder> FANGXING_PROGRAM_LABELS=<file> npm run evaluate -w @fangxing/miniprogram
 *
 * The folder holds one checkout per program, named `<owner>__<name>`, at the labelled commit. An
 * entry and a label match when they name the same file and lie within three lines. Without the two
 * variables it says so and ends.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Guard, PublishEntry } from '@fangxing/contract'
import { observeProgram, type ProgramObservations } from '../src/index.ts'

interface Label {
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

interface LabelledProgram {
  readonly repo: string
  readonly root: string
  readonly scoreable: boolean
  readonly ugc: readonly Label[]
  readonly secCheckCalls: readonly {
    readonly file: string
    readonly line: number
    readonly live: boolean
  }[]
}

const NEAR_LINES = 3
const KINDS = ['yes', 'no', 'ineffective', 'unknown', 'platform'] as const
type Kind = (typeof KINDS)[number]

const SAID: Readonly<Record<Guard['kind'], Kind>> = {
  guarded: 'yes',
  unguarded: 'no',
  ineffective: 'ineffective',
  unknown: 'unknown',
  platform: 'platform',
}

class Tally {
  readonly guards = new Map<string, number>()
  found = 0
  wanted = 0
  wantedFound = 0
  right = 0
  checksFound = 0
  checksWanted = 0
  checksRight = 0
  durationMs = 0
}

function main(): void {
  const { FANGXING_PROGRAMS: folder, FANGXING_PROGRAM_LABELS: labelsFile } = process.env
  if (!folder || !labelsFile || !existsSync(folder) || !existsSync(labelsFile)) {
    console.log('Skipped: set FANGXING_PROGRAMS and FANGXING_PROGRAM_LABELS to measure.')
    return
  }
  const programs = JSON.parse(readFileSync(labelsFile, 'utf8')) as readonly LabelledProgram[]
  const all = new Tally()
  for (const program of programs) {
    const directory = join(folder, program.repo.replace('/', '__'))
    if (!program.scoreable) continue
    if (!existsSync(directory)) console.log(`${program.repo}: no checkout`)
    else measure(program, directory, all)
  }
  printTotals(all)
}

function measure(program: LabelledProgram, directory: string, all: Tally): void {
  const files = readFiles(directory)
  const start = performance.now()
  let seen: ProgramObservations
  try {
    seen = observeProgram(files)
  } catch (error) {
    console.log(`${program.repo}: not read (${error instanceof Error ? error.message : error})`)
    seen = { publishEntries: [], contentChecks: [] } as unknown as ProgramObservations
  }
  const durationMs = performance.now() - start
  const pairs = pairUp(seen.publishEntries, program.ugc)
  const matched = pairs.filter(({ entry, label }) => entry && label)
  const needed = pairs.filter(({ label }) => label && label.needsGuard !== false)

  all.found += seen.publishEntries.length
  all.right += matched.length
  all.wanted += needed.length
  all.wantedFound += needed.filter(({ entry }) => entry).length
  all.durationMs += durationMs
  countChecks(program, seen, all)
  console.log(
    `${program.repo}: ${matched.length} of ${seen.publishEntries.length} entries right, ${Math.round(durationMs)} ms`,
  )
  for (const { entry, label } of pairs) describePair(entry, label, all)
}

function describePair(entry: PublishEntry | undefined, label: Label | undefined, all: Tally): void {
  if (entry && label) {
    const said = SAID[entry.guard.kind]
    const key = `${meant(label)}>${said}`
    all.guards.set(key, (all.guards.get(key) ?? 0) + 1)
    if (said !== meant(label)) console.log(`  ${place(entry)}: said ${said}, is ${label.guarded}`)
  } else if (entry) console.log(`  ${place(entry)}: not labelled`)
  else if (label && label.needsGuard !== false) console.log(`  ${label.file}:${label.line}: missed`)
}

function meant({ guarded }: Label): Kind {
  if (guarded === 'partial') return 'ineffective'
  return guarded === 'third-party' ? 'unknown' : guarded
}

function place({ place }: PublishEntry): string {
  return `${place.file}:${place.line}`
}

interface Pair {
  readonly entry: PublishEntry | undefined
  readonly label: Label | undefined
}

/** Nearest first; each entry and each label once. */
function pairUp(entries: readonly PublishEntry[], labels: readonly Label[]): readonly Pair[] {
  const free = new Set(labels)
  const pairs: Pair[] = []
  const distances = entries.flatMap((entry) =>
    labels
      .filter(
        ({ file, line }) =>
          file === entry.place.file && Math.abs(line - entry.place.line) <= NEAR_LINES,
      )
      .map((label) => ({ entry, label, distance: Math.abs(label.line - entry.place.line) })),
  )
  const paired = new Set<PublishEntry>()
  for (const { entry, label } of distances.sort((a, b) => a.distance - b.distance)) {
    if (paired.has(entry) || !free.has(label)) continue
    paired.add(entry)
    free.delete(label)
    pairs.push({ entry, label })
  }
  const alone = entries.filter((entry) => !paired.has(entry))
  return [
    ...pairs,
    ...alone.map((entry) => ({ entry, label: undefined })),
    ...[...free].map((label) => ({ entry: undefined, label })),
  ]
}

function countChecks(program: LabelledProgram, seen: ProgramObservations, all: Tally): void {
  const live = program.secCheckCalls.filter((call) => call.live)
  const isNear = (call: { file: string; line: number }, at: { file: string; line: number }) =>
    call.file === at.file && Math.abs(call.line - at.line) <= NEAR_LINES
  all.checksFound += seen.contentChecks.length
  all.checksWanted += live.length
  all.checksRight += live.filter((call) =>
    seen.contentChecks.some((one) => isNear(call, one.place)),
  ).length
  for (const one of seen.contentChecks) {
    if (!live.some((call) => isNear(call, one.place)))
      console.log(`  check ${one.place.file}:${one.place.line}: not labelled live`)
  }
}

function printTotals(all: Tally): void {
  const share = (part: number, whole: number) =>
    `${part}/${whole} = ${(part / Math.max(1, whole)).toFixed(3)}`
  console.log('')
  console.log(
    `entries: precision ${share(all.right, all.found)}, recall ${share(all.wantedFound, all.wanted)}`,
  )
  const judged = [...all.guards.values()].reduce((sum, count) => sum + count, 0)
  const agreed = KINDS.reduce((sum, kind) => sum + (all.guards.get(`${kind}>${kind}`) ?? 0), 0)
  console.log(`guards: ${share(agreed, judged)}`)
  const decided = KINDS.filter((kind) => kind !== 'unknown').reduce(
    (sum, kind) => sum + (all.guards.get(`unknown>${kind}`) ?? 0),
    0,
  )
  console.log(`"cannot be told" turned into an answer: ${decided}`)
  console.log(['is \\ said', ...KINDS].map((word) => word.padEnd(12)).join(''))
  for (const is of KINDS) {
    const row = KINDS.map((said) => String(all.guards.get(`${is}>${said}`) ?? 0))
    console.log([is, ...row].map((word) => word.padEnd(12)).join(''))
  }
  console.log(
    `checks: precision ${share(all.checksRight, all.checksFound)}, recall ${share(all.checksRight, all.checksWanted)}`,
  )
  console.log(`time: ${Math.round(all.durationMs)} ms`)
}

function readFiles(directory: string): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(directory.length + 1).replaceAll('\\', '/')
    if (entry.isFile() && !name.startsWith('.git/')) files.set(name, readFileSync(path))
  }
  return files
}

main()
