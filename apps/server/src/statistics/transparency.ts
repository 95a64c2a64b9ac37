/**
 * The transparency report of a period: what was checked, decided, appealed and filed, in figures.
 *
 * Pure: counts in, report out; `toCsv` writes the same as rows `section,key,value`. Shares are null
 * where there was nothing to share out: a share of nothing is not zero. No person and no app is
 * named.
 */

import { LABELS, type Label, type Wording } from '@fangxing/contract'
import type { EventKind } from '@fangxing/release'
import type { CheckCount, DecisionCount, EventCount, FilingTimes } from '@fangxing/storage'

export interface Counts {
  readonly checks: readonly CheckCount[]
  readonly checkClauses: readonly { readonly clause: string; readonly count: number }[]
  readonly releaseClauses: readonly {
    readonly clause: string
    readonly kind: EventKind
    readonly count: number
  }[]
  readonly events: readonly EventCount[]
  readonly decisions: readonly DecisionCount[]
  readonly filingTimes: FilingTimes
}

export interface Transparency {
  readonly from: number
  readonly until: number
  readonly checks: {
    readonly total: number
    readonly byAnswer: Readonly<Record<'pass' | 'review' | 'risky', number>>
    readonly byKind: Readonly<Record<'text' | 'picture' | 'sound' | 'video', number>>
    /** Without what passed; most often first. */
    readonly byLabel: readonly {
      readonly label: Label
      readonly words: Wording
      readonly count: number
    }[]
    readonly byClause: readonly { readonly clause: string; readonly count: number }[]
  }
  /** What people decided about checks that the machine left in doubt. */
  readonly people: {
    readonly decided: number
    readonly passed: number
    readonly risky: number
    /** Of what the machine doubted, how much people let pass. */
    readonly doubtedWithoutNeed: number | null
  }
  readonly releases: {
    readonly submitted: number
    readonly rejectedByMachine: number
    readonly approved: number
    readonly rejectedByPeople: number
    readonly withdrawn: number
    readonly launched: number
    readonly byClause: readonly { readonly clause: string; readonly count: number }[]
  }
  readonly appeals: {
    readonly filed: number
    readonly dismissed: number
    readonly overturned: number
    /** Of those that were answered. */
    readonly overturnedShare: number | null
    /** Of all rejections by people, the share that an appeal overturned: what is known of our errors. */
    readonly knownErrorShare: number | null
  }
  readonly filings: FilingTimes & {
    readonly started: number
    readonly passed: number
    readonly rejected: number
    /** Ended by the seven days going by. */
    readonly unanswered: number
    readonly takedownsOrdered: number
    readonly takenDown: number
  }
}

const ANSWERS = ['pass', 'review', 'risky'] as const
const KINDS = ['text', 'picture', 'sound', 'video'] as const
const REJECTIONS: readonly EventKind[] = ['machineRejected', 'reviewerRejected', 'filingRejected']

export function composeTransparency(
  { from, until }: { readonly from: number; readonly until: number },
  counts: Counts,
): Transparency {
  return {
    from,
    until,
    checks: {
      total: sum(counts.checks),
      byAnswer: byName(ANSWERS, (answer) => sum(counts.checks, (one) => one.suggest === answer)),
      byKind: byName(KINDS, (kind) => sum(counts.checks, (one) => one.kind === kind)),
      byLabel: countLabels(counts.checks),
      byClause: counts.checkClauses,
    },
    people: composePeople(counts.decisions),
    ...composeReleases(counts),
  }
}

function composePeople(decisions: readonly DecisionCount[]): Transparency['people'] {
  const passed = sum(decisions, ({ verdict }) => verdict === 'pass')
  const decided = sum(decisions)
  return {
    decided,
    passed,
    risky: decided - passed,
    doubtedWithoutNeed: share(passed, decided),
  }
}

function composeReleases({
  events,
  releaseClauses,
  filingTimes,
}: Counts): Pick<Transparency, 'releases' | 'appeals' | 'filings'> {
  const of = (kind: EventKind) => sum(events, (one) => one.kind === kind)
  const [dismissed, overturned] = [of('appealDismissed'), of('rejectionReversed')]
  const rejectedByPeople = of('reviewerRejected')
  return {
    releases: {
      submitted: of('submitted'),
      rejectedByMachine: of('machineRejected'),
      approved: of('reviewerApproved'),
      rejectedByPeople,
      withdrawn: of('withdrawn'),
      launched: of('launched'),
      byClause: countClauses(releaseClauses),
    },
    appeals: {
      filed: of('appealed'),
      dismissed,
      overturned,
      overturnedShare: share(overturned, dismissed + overturned),
      knownErrorShare: share(overturned, rejectedByPeople),
    },
    filings: {
      ...filingTimes,
      started: of('filingStarted'),
      passed: of('filingPassed'),
      rejected: of('filingRejected'),
      unanswered: of('preLaunched'),
      takedownsOrdered: of('takedownOrdered'),
      takenDown: of('takenDown'),
    },
  }
}

/** `section,key,value`; a share is a number from 0 to 1, what is not known is empty. */
export function toCsv(report: Transparency): string {
  const rows = [
    ['section', 'key', 'value'],
    ['period', 'from', new Date(report.from).toISOString()],
    ['period', 'until', new Date(report.until).toISOString()],
    ...flatten('checks', report.checks),
    ...flatten('people', report.people),
    ...flatten('releases', report.releases),
    ...flatten('appeals', report.appeals),
    ...flatten('filings', report.filings),
  ]
  return `${rows.map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`
}

function flatten(section: string, figures: object): readonly string[][] {
  return Object.entries(figures).flatMap(([key, value]) => {
    if (Array.isArray(value)) {
      return value.map((one: { clause?: string; label?: number; count: number }) => [
        section,
        `${key}.${one.clause ?? one.label}`,
        String(one.count),
      ])
    }
    if (typeof value === 'object' && value !== null) {
      return flatten(section, value).map(([, name = '', figure = '']) => [
        section,
        `${key}.${name}`,
        figure,
      ])
    }
    return [[section, key, value === null ? '' : String(value)]]
  })
}

/** A cell that begins like a formula would be one in a spreadsheet. */
function toCell(text: string): string {
  const harmless = /^[=+\-@]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function countLabels(checks: readonly CheckCount[]): Transparency['checks']['byLabel'] {
  const counts = new Map<Label, number>()
  for (const { suggest, label, count } of checks) {
    if (suggest !== 'pass') counts.set(label, (counts.get(label) ?? 0) + count)
  }
  return [...counts]
    .map(([label, count]) => ({ label, words: LABELS[label], count }))
    .sort((one, other) => other.count - one.count || one.label - other.label)
}

function countClauses(clauses: Counts['releaseClauses']): Transparency['checks']['byClause'] {
  const counts = new Map<string, number>()
  for (const { clause, kind, count } of clauses) {
    if (REJECTIONS.includes(kind)) counts.set(clause, (counts.get(clause) ?? 0) + count)
  }
  return [...counts]
    .map(([clause, count]) => ({ clause, count }))
    .sort((one, other) => other.count - one.count || (one.clause < other.clause ? -1 : 1))
}

function sum<Row extends { readonly count: number }>(
  rows: readonly Row[],
  wanted: (row: Row) => boolean = () => true,
): number {
  return rows.reduce((total, row) => (wanted(row) ? total + row.count : total), 0)
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

function byName<Name extends string>(
  names: readonly Name[],
  countOf: (name: Name) => number,
): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, countOf(name)])) as Record<Name, number>
}
