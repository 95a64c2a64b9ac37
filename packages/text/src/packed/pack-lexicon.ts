/**
 * A compiled lexicon as one file, and back: what takes long to work out lies ready in it.
 *
 * The file says which engine wrote it, by a digest of what that engine makes of a few sample terms:
 * an engine that folds, hashes or lays out anything differently refuses it. Numbers are little-endian
 * and used where they lie, so `bytes` must not be changed while the lexicon is in use, and not be
 * shared with another thread. A file is as trustworthy as whoever wrote it: the checksum tells
 * damage, not intent.
 *
 * 32 bytes: magic, format, engine (8), checksum of the rest, length of the skeleton in UTF-16 units,
 * length of the arrays, 0. Then the arrays, then the skeleton.
 */

import type { Wording } from '@fangxing/contract'
import { toEdition } from '../edition.ts'
import { type Steps, takeAll } from '../kernel/steps.ts'
import { WarmKernel } from '../kernel/warm-kernel.ts'
import {
  compileLexicon,
  type Lexicon,
  type LexiconOptions,
  type WarmableLexicon,
} from '../lexicon.ts'
import { UnitBuffer } from '../match/units.ts'
import type { Term } from '../term.ts'
import { toSum, toText, toUnits } from './bytes.ts'
import type { Classes, Fresh, Graph } from './graph.ts'
import { readGraph } from './read-graph.ts'
import { GraphWriter } from './write-graph.ts'

export type LoadedLexicon = { readonly ok: true; readonly lexicon: Lexicon } | RefusedFile

interface RefusedFile {
  readonly ok: false
  readonly because: Wording
}

const MAGIC = 0x584c5846
const FORMAT = 1
const HEADER = 32

const NOT_A_LEXICON: Wording = {
  zh: '这不是编译好的词库文件。',
  en: 'This is not a file with a compiled lexicon.',
}
const OTHER_ENGINE: Wording = {
  zh: '词库文件由另一版本的引擎编译，请用当前版本重新编译。',
  en: 'Another version of the engine compiled this lexicon file. Compile it again with this one.',
}
const DAMAGED: Wording = {
  zh: '词库文件已损坏，请重新编译。',
  en: 'The lexicon file is damaged. Compile it again.',
}

/** Terms that between them need every kind of object a lexicon is made of. */
const SAMPLE: readonly Term[] = [
  { id: 'a', text: '加微信群', label: 10001, level: 'review', except: ['加微信群聊'] },
  {
    id: 'b',
    text: 'sample',
    label: 10001,
    level: 'hint',
    near: ['词'],
    notNear: ['句'],
    scenes: [1],
  },
  { id: 'c', text: '赌', label: 10001, level: 'block' },
]
const FRESH: Fresh = new Map<string, new () => object>([
  [UnitBuffer.name, UnitBuffer],
  [WarmKernel.name, WarmKernel],
])

/** Compiles the terms, as `compileLexicon` does, into a file. */
export function packLexicon(terms: readonly Term[], options: LexiconOptions = {}): Uint8Array {
  const { classes, name } = describeEngine()
  return toFile(new GraphWriter(classes, FRESH).write(compileLexicon(terms, options)), name)
}

/** Copies nothing when `bytes` begin at a multiple of eight, as a file that was read whole does. */
export function loadLexicon(bytes: Uint8Array): LoadedLexicon {
  return takeAll(readFile(bytes))
}

/**
 * The same in steps of a millisecond or so, for whoever answers others in between; the last of them start
 * the kernel, so that no text waits for it.
 */
export function* loadLexiconInSteps(bytes: Uint8Array): Steps<LoadedLexicon> {
  const loaded = yield* readFile(bytes)
  if (!loaded.ok) return loaded
  yield
  yield* loaded.lexicon.warm()
  return loaded
}

type ReadFile = { readonly ok: true; readonly lexicon: WarmableLexicon } | RefusedFile

function* readFile(bytes: Uint8Array): Steps<ReadFile> {
  if (bytes.length < HEADER) return { ok: false, because: NOT_A_LEXICON }
  const file = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice()
  const [magic, format, first, second, sum, units = 0, size = 0] = new Uint32Array(
    file.buffer,
    file.byteOffset,
    HEADER / 4,
  )
  if (magic !== MAGIC) return { ok: false, because: NOT_A_LEXICON }
  const { classes, name } = describeEngine()
  yield
  if (format !== FORMAT || first !== name[0] || second !== name[1]) {
    return { ok: false, because: OTHER_ENGINE }
  }
  const isWhole = file.length === HEADER + size + units * 2
  if (!isWhole || (yield* toSum(file.subarray(HEADER))) !== sum) {
    return { ok: false, because: DAMAGED }
  }
  const arrays = file.subarray(HEADER, HEADER + size)
  const skeleton = toText(file.subarray(HEADER + size))
  return { ok: true, lexicon: readGraph({ skeleton, arrays }, classes, FRESH) as WarmableLexicon }
}

interface Engine {
  readonly classes: Classes
  readonly name: readonly [first: number, second: number]
}

let described: Engine | undefined

/** What this engine makes of the sample, in short; worked out once, in a few milliseconds. */
function describeEngine(): Engine {
  if (described !== undefined) return described
  const sample = compileLexicon(SAMPLE)
  const classes = new Map<string, object>()
  collectClasses(sample, classes, new Set())
  const { skeleton, arrays } = new GraphWriter(classes, FRESH).write(sample)
  const digest = Number.parseInt(toEdition([skeleton]).slice(0, 8), 16)
  described = { classes, name: [digest, takeAll(toSum(arrays))] }
  return described
}

function collectClasses(value: unknown, classes: Map<string, object>, seen: Set<object>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  if (ArrayBuffer.isView(value)) return
  const prototype: object = Object.getPrototypeOf(value)
  const isOurs = ![Object, Array, Map].some((type) => prototype === type.prototype)
  if (isOurs) classes.set(value.constructor.name, prototype)
  const parts = value instanceof Map ? [...value].flat() : Object.values(value)
  for (const part of parts) collectClasses(part, classes, seen)
}

function toFile({ skeleton, arrays }: Graph, name: Engine['name']): Uint8Array {
  const size = Math.ceil(arrays.length / 8) * 8
  const file = new Uint8Array(HEADER + size + skeleton.length * 2)
  file.set(arrays, HEADER)
  file.set(toUnits(skeleton), HEADER + size)
  const sum = takeAll(toSum(file.subarray(HEADER)))
  new Uint32Array(file.buffer, 0, HEADER / 4).set([
    MAGIC,
    FORMAT,
    ...name,
    sum,
    skeleton.length,
    size,
    0,
  ])
  return file
}
