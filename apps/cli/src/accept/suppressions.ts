/**
 * Suppressions: findings that a team answers for, each with a reason and a last day.
 *
 * They stand in `fangxing.json` (`suppressions`), by rule and file, or in a comment on the line of
 * the finding or the one before: `fangxing-ignore RULE until 2027-01-31: why`. Without a reason or a
 * day there is no suppression: in the file that is refused, in a comment it is told.
 */

import { AppError, type PackageFiles } from '@fangxing/contract'
import type { OpenFinding } from './open-findings.ts'

export const SETTINGS_FILE = 'fangxing.json'

export interface Suppression {
  readonly rule: string
  /** `*` stands for any characters but `/`, `**` for any; absent: every file, and what has none. */
  readonly file: string | undefined
  readonly reason: string
  /** The last day on which it holds, `2027-01-31`. */
  readonly until: string
  /** Where it is written. */
  readonly origin: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

export function readSuppressions(files: PackageFiles): readonly Suppression[] {
  const bytes = files.get(SETTINGS_FILE)
  if (bytes === undefined) return []
  const listed = suppressionsIn(parseSettings(bytes))
  return listed.map((one, index) => {
    const { rule, file, reason, until } = (one ?? {}) as Readonly<Record<string, unknown>>
    const isWhole = isText(rule) && isText(reason) && isText(until) && DAY.test(until)
    if (!isWhole || (file !== undefined && !isText(file))) {
      throw refuse(`suppressions[${index}]: rule, reason, until`)
    }
    return { rule, file, reason, until, origin: `${SETTINGS_FILE}#${index}` }
  })
}

export function parseSettings(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) {
      return found as Readonly<Record<string, unknown>>
    }
  } catch {
    throw refuse('JSON')
  }
  throw refuse('JSON')
}

export function suppressionsIn(settings: Readonly<Record<string, unknown>>): readonly unknown[] {
  const { suppressions = [] } = settings
  if (!Array.isArray(suppressions)) throw refuse('suppressions')
  return suppressions
}

function refuse(because: string): AppError {
  return new AppError('PROJECT_FILE_MALFORMED', { file: SETTINGS_FILE, because })
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

/** `fangxing-ignore`, a rule, `until`, a day, a colon, a reason up to the end of the comment. */
const COMMENT =
  /fangxing-ignore\s+(?<rule>[a-z-]+\/[a-z-]+)(?:\s+until\s+(?<until>\d{4}-\d{2}-\d{2}))?(?:\s*[:：]\s*(?<reason>.*?))?\s*(?:\*\/|-->|$)/

/** The suppression written at a finding, on its line or the one before. */
export function suppressionAt(
  { place, ruleId }: OpenFinding,
  linesOf: (file: string) => readonly string[],
): Suppression | undefined {
  if (place?.kind !== 'file') return undefined
  const lines = linesOf(place.file)
  for (const line of [place.line, place.line - 1]) {
    const { rule, until = '', reason = '' } = COMMENT.exec(lines[line - 1] ?? '')?.groups ?? {}
    if (rule !== ruleId) continue
    return { rule, file: place.file, reason, until, origin: `${place.file}:${line}` }
  }
  return undefined
}

export function covers({ rule, file }: Suppression, finding: OpenFinding): boolean {
  if (rule !== finding.ruleId) return false
  return file === undefined || toPattern(file).test(finding.file)
}

function toPattern(glob: string): RegExp {
  const written = glob
    .split(/(\*\*|\*)/)
    .map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : literally(part)))
  return new RegExp(`^${written.join('')}$`)
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

/** A comment that says neither why nor until when holds nothing back. */
export function isWhole({ reason, until }: Suppression): boolean {
  return reason.trim() !== '' && DAY.test(until)
}
