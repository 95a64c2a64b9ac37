/**
 * Parts the findings that a team has accepted from those it has to look at.
 *
 * Judgements, suppressions, baseline and today's date → the judgements without what is accepted, what
 * was held back and by what, and which acceptances no longer serve. A rule all of whose findings are
 * accepted passes. Pure. Only the command line does this: a reviewer sees every finding.
 */

import type { Finding, Judgement, PackageFiles } from '@fangxing/contract'
import type { Baseline, BaselineEntry } from './baseline.ts'
import { findingOf, findOpenFindings, type OpenFinding } from './open-findings.ts'
import { covers, isWhole, type Suppression, suppressionAt } from './suppressions.ts'

export interface HeldFinding extends OpenFinding {
  readonly by: 'baseline' | 'suppression'
  /** Of a suppression: why, until when, and where it is written. */
  readonly suppression?: Suppression
}

export interface Acceptance {
  readonly judgements: readonly Judgement[]
  readonly held: readonly HeldFinding[]
  /** Suppressions whose last day is past: what they held back is told again. */
  readonly expired: readonly Suppression[]
  /** Comments that say no reason or no day. */
  readonly incomplete: readonly Suppression[]
  /** Suppressions of the settings file that no finding needs. */
  readonly unused: readonly Suppression[]
  /** Entries of the baseline whose findings are gone, with how many are. */
  readonly gone: readonly BaselineEntry[]
}

export interface Accepted {
  readonly suppressions: readonly Suppression[]
  readonly baseline: Baseline | undefined
  readonly files: PackageFiles
  /** `2026-11-22`. */
  readonly today: string
}

export function holdBack(judgements: readonly Judgement[], accepted: Accepted): Acceptance {
  const known = countsOf(accepted.baseline)
  const used = new Set<Suppression>()
  const written: Suppression[] = []
  const linesOf = lineReader(accepted.files)
  const held: HeldFinding[] = []

  const hold = (finding: OpenFinding): boolean => {
    const comment = suppressionAt(finding, linesOf)
    if (comment) written.push(comment)
    const all = [...(comment ? [comment] : []), ...accepted.suppressions]
    const matching = all.filter((one) => covers(one, finding))
    for (const one of matching) used.add(one)
    const suppression = matching.find((one) => isWhole(one) && one.until >= accepted.today)
    if (suppression) held.push({ ...finding, by: 'suppression', suppression })
    else if (takeKnown(known, finding)) held.push({ ...finding, by: 'baseline' })
    else return false
    return true
  }
  const left = judgements.map((judgement) => withoutHeld(judgement, hold))
  const all = [...accepted.suppressions, ...written]
  return {
    judgements: left,
    held,
    expired: all.filter((one) => isWhole(one) && one.until < accepted.today),
    incomplete: written.filter((one) => !isWhole(one)),
    unused: accepted.suppressions.filter((one) => !used.has(one) && one.until >= accepted.today),
    gone: goneFrom(accepted.baseline, known),
  }
}

function withoutHeld(judgement: Judgement, hold: (finding: OpenFinding) => boolean): Judgement {
  const { outcome, ruleId } = judgement
  if (outcome.kind === 'undetermined') {
    const [only] = findOpenFindings(judgement)
    return only && hold(only) ? { ...judgement, outcome: { kind: 'pass' } } : judgement
  }
  if (outcome.kind !== 'violation') return judgement
  const findings = outcome.findings.filter((one: Finding) => !hold(findingOf(ruleId, one)))
  const [first, ...rest] = findings
  if (first === undefined) return { ...judgement, outcome: { kind: 'pass' } }
  return { ...judgement, outcome: { kind: 'violation', findings: [first, ...rest] } }
}

function countsOf(baseline: Baseline | undefined): Map<string, number> {
  return new Map(baseline?.findings.map(({ fingerprint, count }) => [fingerprint, count]) ?? [])
}

function takeKnown(known: Map<string, number>, { fingerprint }: OpenFinding): boolean {
  const left = known.get(fingerprint) ?? 0
  if (left <= 0) return false
  known.set(fingerprint, left - 1)
  return true
}

function goneFrom(
  baseline: Baseline | undefined,
  left: ReadonlyMap<string, number>,
): readonly BaselineEntry[] {
  return (baseline?.findings ?? []).flatMap((entry) => {
    const count = left.get(entry.fingerprint) ?? 0
    return count > 0 ? [{ ...entry, count }] : []
  })
}

function lineReader(files: PackageFiles): (file: string) => readonly string[] {
  const read = new Map<string, readonly string[]>()
  return (file) => {
    const known = read.get(file)
    if (known) return known
    const lines = new TextDecoder().decode(files.get(file) ?? new Uint8Array()).split('\n')
    read.set(file, lines)
    return lines
  }
}
