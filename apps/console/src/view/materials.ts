/** What a page about a material shows of its rows, and what still has to be answered. Pure. */

import type { ClauseRow, MaterialCase, MaterialState, RowAnswer } from '../api/materials.ts'
import { FINDING_GROUPS, type FindingGroup, groupOf } from './findings.ts'
import type { Tone } from './tones.ts'

export const TONE_OF_MATERIAL: Readonly<Record<MaterialState, Tone>> = {
  waiting: 'blue',
  review: 'amber',
  passed: 'green',
  rejected: 'red',
  failed: 'red',
  withdrawn: 'grey',
}

const GROUP_OF_ANSWER: Readonly<Record<RowAnswer['finding'], FindingGroup>> = {
  violation: 'blocks',
  pass: 'passes',
  inapplicable: 'inapplicable',
}

/** What a person said counts before what the machine said. */
export function groupOfRow({ answer, weight, outcome }: ClauseRow): FindingGroup {
  if (answer !== null) return GROUP_OF_ANSWER[answer.finding]
  return groupOf({ severity: weight, outcome })
}

export interface RowGroup {
  readonly group: FindingGroup
  readonly rows: readonly ClauseRow[]
}

/** Every row stands in one group; groups without rows are left out. */
export function groupRows(rows: readonly ClauseRow[]): readonly RowGroup[] {
  const byGroup = Map.groupBy(rows, groupOfRow)
  return FINDING_GROUPS.flatMap((group) => {
    const found = byGroup.get(group)
    return found === undefined ? [] : [{ group, rows: found }]
  })
}

/** The case that a person has to decide now. */
export function openCase(cases: readonly MaterialCase[]): MaterialCase | null {
  return cases.find(({ decision, closedAt }) => decision === null && closedAt === null) ?? null
}

export type Answers = ReadonlyMap<string, RowAnswer>

/** What counts of a clause that is asked: chosen now, else said before and standing. */
export function answerTo(
  { clauseId, answer, isOpen }: ClauseRow,
  answers: Answers,
): RowAnswer | null {
  return answers.get(clauseId) ?? (isOpen ? null : answer)
}

/** Clauses without an answer, or found wrong without a word about it. */
export function openRows(rows: readonly ClauseRow[], answers: Answers): readonly ClauseRow[] {
  return rows.filter((row) => {
    if (!row.isAsked) return false
    const answer = answerTo(row, answers)
    return answer === null || (answer.finding === 'violation' && answer.remark.trim() === '')
  })
}

/** Whatever is still open passes: for a reviewer who has read it all. */
export function passTheRest(rows: readonly ClauseRow[], answers: Answers): Answers {
  const more = rows
    .filter((row) => row.isAsked && answerTo(row, answers) === null)
    .map(({ clauseId }) => [clauseId, { clauseId, finding: 'pass', remark: '' }] as const)
  return new Map([...answers, ...more])
}

/** One paragraph for each line that has something on it. */
export function toBlocks(body: string) {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ kind: 'paragraph', text }) as const)
}
