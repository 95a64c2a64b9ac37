/**
 * Suggests the change that puts a text check before each write that has none.
 *
 * Bytes by path in, changed files out. A change is suggested only when the changed package, read
 * again, proves the entries guarded and leaves every other entry as it was: what cannot be shown to
 * work is not suggested. Pictures, sound and content that leaves for a server get none.
 *
 * Cost: the package is read once for each text that a write may be carrying.
 */

import type { PackageFiles, PublishEntry } from '@fangxing/contract'
import { openProgram, type Program } from '../package/program.ts'
import { openSourceTree } from '../package/source-tree.ts'
import { findPublishEntries } from '../publish/find-publish-entries.ts'
import { findLeaks, keyOf, type Leak } from './find-leaks.ts'
import {
  CHECK_FUNCTION,
  CHECK_FUNCTION_FILES,
  contentOf,
  type FileStyle,
  linesInFunction,
  linesOnClient,
  styleOf,
} from './guard-text.ts'
import { findWriteSite, type WriteSite } from './write-site.ts'

export interface GuardSuggestions {
  /** The whole text of every file that changes or is added, by path. */
  readonly changed: ReadonlyMap<string, string>
  /** Entries that the change guards. */
  readonly guarded: readonly PublishEntry[]
  /** Unguarded entries for which nothing is suggested. */
  readonly left: readonly PublishEntry[]
}

/** More writes than this in one package: a person should look at its design first. */
const MAX_WRITES = 30

export function suggestGuards(files: PackageFiles): GuardSuggestions {
  const first = read(files)
  const changed = new Map<string, string>()
  let at = first
  let tried = 0
  const done = new Set<string>()
  for (;;) {
    const leak = findLeaks(at.program, textEntries(at.entries)).find(
      ({ place }) => !done.has(`${place.file}:${place.line}`),
    )
    if (leak === undefined || tried >= MAX_WRITES) break
    tried += 1
    const better = guardLeak(at, leak)
    if (better === undefined) done.add(`${leak.place.file}:${leak.place.line}`)
    else {
      for (const [path, text] of better.changed) changed.set(path, text)
      at = better.package
    }
  }
  const after = new Map(at.entries.map((entry) => [keyOf(entry), entry]))
  const before = first.entries.filter(({ guard }) => guard.kind === 'unguarded')
  const isGuarded = (entry: PublishEntry) => after.get(keyOf(entry))?.guard.kind === 'guarded'
  return {
    changed,
    guarded: before.filter(isGuarded),
    left: before.filter((entry) => !isGuarded(entry)),
  }
}

interface ReadPackage {
  readonly files: PackageFiles
  readonly program: Program
  readonly entries: readonly PublishEntry[]
}

interface Change {
  readonly package: ReadPackage
  readonly changed: ReadonlyMap<string, string>
}

function read(files: PackageFiles): ReadPackage {
  const program = openProgram(openSourceTree(files))
  return { files, program, entries: findPublishEntries(program) }
}

function textEntries(entries: readonly PublishEntry[]): readonly PublishEntry[] {
  return entries.filter(
    ({ guard, medium }) => guard.kind === 'unguarded' && /^(text|nickname)$/.test(medium),
  )
}

/** The texts that guard an entry each, then all of them in one check. */
function guardLeak(at: ReadPackage, leak: Leak): Change | undefined {
  const script = at.program.script(leak.place.file)
  const site = script && findWriteSite(script, leak.place)
  if (!script || !site) return undefined
  const needed = new Set<string>()
  const open = new Set(leak.entries.map(keyOf))
  for (const content of site.contents) {
    const trial = tryContents(at, leak, site, [content])
    const helped = trial ? guardedBy(trial, open) : []
    if (helped.length === 0) continue
    needed.add(content)
    for (const key of helped) open.delete(key)
    if (open.size === 0 && needed.size === 1) return trial
  }
  return needed.size === 0 ? undefined : tryContents(at, leak, site, [...needed])
}

function guardedBy({ package: { entries } }: Change, open: ReadonlySet<string>): readonly string[] {
  return entries
    .filter((entry) => entry.guard.kind === 'guarded' && open.has(keyOf(entry)))
    .map(keyOf)
}

/** Nothing when the change alters the guard of an entry that is no text of this write. */
function tryContents(
  at: ReadPackage,
  leak: Leak,
  site: WriteSite,
  contents: readonly string[],
): Change | undefined {
  const changed = writeGuard(at, leak, site, contents)
  if (changed === undefined) return undefined
  const files = new Map(at.files)
  for (const [path, text] of changed) files.set(path, encode(text))
  const after = read(files)
  const meant = new Set(leak.entries.map(keyOf))
  const guards = new Map(after.entries.map((entry) => [keyOf(entry), entry.guard.kind]))
  const isOtherwiseSame = at.entries.every(
    (entry) => meant.has(keyOf(entry)) || sameGuard(guards, entry, leak),
  )
  return isOtherwiseSame ? { package: after, changed } : undefined
}

/** An entry of the changed script itself has moved, and is looked for by its kind alone. */
function sameGuard(
  guards: ReadonlyMap<string, string>,
  entry: PublishEntry,
  { place }: Leak,
): boolean {
  if (entry.place.file !== place.file) return guards.get(keyOf(entry)) === entry.guard.kind
  return [...guards].some(
    ([key, kind]) => key.startsWith(`${entry.medium} ${place.file}:`) && kind === entry.guard.kind,
  )
}

function writeGuard(
  { files, program }: ReadPackage,
  { place: { file } }: Leak,
  site: WriteSite,
  contents: readonly string[],
): ReadonlyMap<string, string> | undefined {
  const text = program.tree.read(file)?.text
  if (text === undefined) return undefined
  const style = styleOf(text, site.start)
  const name = freeName(text)
  const content = contentOf(contents, style)
  const isFunction = file.startsWith(`${program.root.cloudFolder}/`)
  const sdk = /\b([\w$]+)\s*=\s*require\(\s*['"]wx-server-sdk['"]\s*\)/.exec(text)?.[1]
  if (isFunction && sdk === undefined) return undefined
  const lines =
    isFunction && sdk !== undefined
      ? linesInFunction(sdk, name, content, style)
      : linesOnClient(name, content, style)
  const changed = new Map([[file, withGuard(text, site, lines, style)]])
  if (isFunction) return changed
  for (const [path, source] of Object.entries(CHECK_FUNCTION_FILES)) {
    const full = `${program.root.cloudFolder}/${CHECK_FUNCTION}/${path}`
    if (!files.has(full)) changed.set(full, source)
  }
  return changed
}

function withGuard(
  text: string,
  { start, bodyEnd, asyncAt }: WriteSite,
  lines: readonly string[],
  { indent, step, end }: FileStyle,
): string {
  const inner = bodyEnd === undefined ? indent : indent + step
  const guard = lines.join(`\n${inner}`)
  const head = text.slice(0, start)
  const tail = text.slice(start)
  const guarded =
    bodyEnd === undefined
      ? `${head}${guard}\n${indent}${tail}`
      : `${head}{\n${inner}${guard}\n${inner}return ${text.slice(start, bodyEnd)}${end}\n${indent}}${text.slice(bodyEnd)}`
  return asyncAt === undefined
    ? guarded
    : `${guarded.slice(0, asyncAt)}async ${guarded.slice(asyncAt)}`
}

function freeName(text: string): string {
  let name = 'checked'
  for (let count = 2; new RegExp(`\\b${name}\\b`).test(text); count += 1) name = `checked${count}`
  return name
}

interface TextEncoding {
  readonly encode: (text: string) => Uint8Array
}

/** Part of every JavaScript runtime, though not of the language. */
const { TextEncoder } = globalThis as unknown as { readonly TextEncoder: new () => TextEncoding }

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
