/**
 * Puts checks that found nothing into blocks: one row for all of one app, scene and edition that are
 * written at once.
 *
 * Only what a row of its own would add nothing to: a text that passed, under a name made by
 * `nameCheck`, of which no content is kept and whose judgements are shared. Everything that somebody
 * may have to look into has a row of its own, and so have checks that came nearly alone.
 */

import { BlockMarks } from './block-marks.ts'
import type { CheckDraft } from './checks.types.ts'
import { packEvidence } from './plain-evidence.ts'
import type { SharedEvidence } from './shared-evidence.ts'

/** Fewer are rows: where few come together a row can be found by its writer, and blocks would be many. */
const LEAST = 4
/** So that a block is found by its last time, whatever it began with. */
export const MOST_SPAN_MS = 10_000

const NORMAL = 100
const NAME = /^([0-9a-f]{8})-([0-9a-f]{8})-([0-9a-f]{8})$/
/** Needs no escape in JSON; anything else is a row. */
const PLAIN_WRITER = /^[\w-]{1,128}$/
const MOST_SCENE = 0x7fff

/** A check that may stand in a block. */
export interface PlainPass {
  readonly id: string
  readonly digits: string
  readonly appid: string
  readonly writer: string | null
  readonly scene: number
  readonly edition: string
  readonly shared: SharedEvidence
  /** The end of its entry, as JSON: one value, or two numbers. */
  readonly evidence: string
  readonly at: number
}

/** Null when it must be a row. */
export function toPlainPass(
  draft: CheckDraft,
  id: string,
  shared: SharedEvidence | null,
): PlainPass | null {
  const { appid, writer, scene, edition, at } = draft
  if (shared === null || appid === null || !isPlain(draft)) return null
  if (writer !== null && !PLAIN_WRITER.test(writer)) return null
  if (!NAME.test(id) || Number.parseInt(id, 16) !== Math.floor(at / 1000)) return null
  const evidence = packEvidence(draft.evidence) ?? JSON.stringify(draft.evidence) ?? 'null'
  // An escape may stand for what PostgreSQL refuses.
  if (evidence.includes('\\u')) return null
  const digits = id.slice(9, 17) + id.slice(18)
  return { id, digits, appid, writer, scene, edition, shared, evidence, at }
}

function isPlain(draft: CheckDraft): boolean {
  const { kind = 'text', suggest, label, clauses, keepTextsUntil, hashes, scene, at } = draft
  return (
    kind === 'text' &&
    suggest === 'pass' &&
    label === NORMAL &&
    (clauses === undefined || clauses.length === 0) &&
    keepTextsUntil === null &&
    (hashes === undefined || hashes === null) &&
    scene >= 0 &&
    scene <= MOST_SCENE &&
    Number.isSafeInteger(scene) &&
    Number.isSafeInteger(at)
  )
}

export interface Sorted<Item> {
  readonly blocks: readonly (readonly PlainPass[])[]
  readonly rows: readonly Item[]
}

/** What becomes a block with its neighbours, and what stays a row. */
export function sortIntoBlocks<Item extends { readonly plain: PlainPass | null }>(
  items: readonly Item[],
): Sorted<Item> {
  const rows: Item[] = []
  const blocks: PlainPass[][] = []
  for (const group of groupAlike(items, rows)) {
    const passes = group.flatMap(({ plain }) => plain ?? [])
    if (passes.length >= LEAST && spanOf(passes) <= MOST_SPAN_MS) blocks.push(passes)
    else rows.push(...group)
  }
  return { blocks, rows }
}

/** Those of one app, scene, edition and evidence; what is no plain pass is added to `rows`. */
function groupAlike<Item extends { readonly plain: PlainPass | null }>(
  items: readonly Item[],
  rows: Item[],
): readonly (readonly Item[])[] {
  const byApp = new Map<string, Item[][]>()
  for (const item of items) {
    const { plain } = item
    if (plain === null) {
      rows.push(item)
      continue
    }
    const groups = byApp.get(plain.appid)
    const group = groups?.find(([first]) => isAlike(plain, first?.plain))
    if (group !== undefined) group.push(item)
    else if (groups !== undefined) groups.push([item])
    else byApp.set(plain.appid, [[item]])
  }
  return [...byApp.values()].flat()
}

function isAlike(one: PlainPass, other: PlainPass | null | undefined): boolean {
  return (
    one.scene === other?.scene &&
    one.shared.key === other.shared.key &&
    one.edition === other.edition
  )
}

function spanOf(passes: readonly PlainPass[]): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { at } of passes) {
    first = Math.min(first, at)
    last = Math.max(last, at)
  }
  return last - first
}

/** A row of `check_blocks`. */
export interface PackedBlock {
  readonly appid: string
  readonly scene: number
  readonly edition: string
  readonly evidence_key: string
  readonly first_at: number
  readonly last_at: number
  readonly size: number
  readonly marks: Buffer
  /** JSON without a line break. */
  readonly checks: string
}

export function packBlock(passes: readonly PlainPass[]): PackedBlock {
  const [{ appid, scene, edition, shared } = passes[0] as PlainPass] = passes
  const marks = new BlockMarks(passes.length * 2)
  const firstAt = passes.reduce((first, { at }) => Math.min(first, at), Number.MAX_SAFE_INTEGER)
  let lastAt = firstAt
  let checks = ''
  for (const { id, digits, writer, evidence, at } of passes) {
    marks.add(id)
    if (writer !== null) marks.add(writer)
    if (at > lastAt) lastAt = at
    // By hand: none of it needs an escape.
    const author = writer === null ? 'null' : `"${writer}"`
    checks += `${checks === '' ? '' : ','}["${digits}",${at - firstAt},${author},${evidence}]`
  }
  return {
    ...{ appid, scene, edition, evidence_key: shared.key },
    ...{ first_at: firstAt, last_at: lastAt, size: passes.length },
    marks: marks.toBuffer(),
    checks: `[${checks}]`,
  }
}
