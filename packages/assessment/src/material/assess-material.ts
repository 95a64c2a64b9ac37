/**
 * Assesses a material: all that was seen of it, every rule's outcome, and one row for every clause.
 *
 * Nothing is silently absent: a clause whose facts were not observed is undetermined, and so is one
 * that only a person can decide. Pure and total.
 */

import type {
  Assessment,
  Judgement,
  MaterialProfile,
  Observations,
  Outcome,
  SeenOpinion,
  Verdict,
} from '@fangxing/contract'
import { undetermined } from '@fangxing/contract'
import { books, type Clause, materialRules } from '@fangxing/policy'
import { attempt } from '../attempt.ts'
import { decideVerdict } from '../decide-verdict.ts'
import { judge } from '../judge.ts'
import { nameEdition } from '../name-edition.ts'
import { modelsOf } from '../text-classes.ts'
import { askAround } from './ask-around.ts'
import { thinkLocally } from './local-opinions.ts'
import { vocabularyLexicon } from './vocabulary-lexicon.ts'
import { withhold } from './withhold.ts'
import { writeAround, writeMaterial } from './write-material.ts'
import type { TextEngines } from './write-text.ts'

const BOOK = 'baijiahao-2019'

type Seen = 'cards' | 'clips' | 'links' | 'page' | 'pictures' | 'resemblances'

/** A kind that was not looked for is absent; an empty list says that nothing was there. */
export type SeenMaterial = Pick<Observations, 'material' | 'profile'> &
  Partial<Pick<Observations, Seen>> & {
    /** Of engines that were asked beside the local one. */
    readonly opinions?: readonly SeenOpinion[] | undefined
  }

export interface MaterialOptions extends TextEngines {
  /** Of the engines that saw: part of the answer's edition. */
  readonly engines?: readonly string[] | undefined
}

/** One clause of the book: the worst of what its rules say. */
export interface ClauseRow {
  readonly clauseId: string
  readonly decidedBy: Clause['decidedBy']
  readonly outcome: Outcome
  /** The rules that were asked, none for a clause of people. */
  readonly ruleIds: readonly string[]
}

export interface MaterialAssessment extends Assessment {
  /** Every clause of the book, in its order. */
  readonly rows: readonly ClauseRow[]
}

export function assessMaterial(
  { opinions: asked = [], ...seen }: SeenMaterial,
  { engines = [], ...textEngines }: MaterialOptions,
): MaterialAssessment {
  const observed: Partial<Observations> = {
    ...seen,
    ...attempt(() => ({ written: writeMaterial(seen, textEngines) })),
    ...attempt(() => ({
      opinions: [...asked, ...thinkLocally(seen, seen.profile.clips)],
    })),
  }
  const ofContent = judge(materialRules, observed)
  const around = attempt(() => ({ written: writeAround(seen.material, textEngines) }))
  const whole = askAround(ofContent, materialRules, { ...observed, written: [], ...around })
  const judgements = withhold(whole, materialRules, seen)
  const rows = clausesOfBook().map((clause) => toRow(clause, judgements))
  return {
    verdict: weighPeople(decideVerdict(judgements), rows, seen.profile),
    judgements,
    edition: nameEdition(materialRules, textEngines.lexicon, [
      `vocabulary-${vocabularyLexicon().edition}`,
      `profile-${seen.profile.id}-${seen.profile.edition}`,
      ...modelsOf(textEngines.classifier),
      ...engines,
    ]),
    rows,
  }
}

function clausesOfBook(): readonly Clause[] {
  return books.find(({ id }) => id === BOOK)?.clauses ?? []
}

/** Worst first. */
const ORDER: readonly Outcome['kind'][] = ['violation', 'undetermined', 'pass', 'inapplicable']

function toRow(clause: Clause, judgements: readonly Judgement[]): ClauseRow {
  const { id: clauseId, decidedBy } = clause
  if (clause.decidedBy !== 'rule') {
    return { clauseId, decidedBy, outcome: undetermined(clause.because), ruleIds: [] }
  }
  const target = clause.through ?? clauseId
  const own = judgements.filter((judgement) => judgement.clauseId === target)
  const [worst] = own.toSorted(
    (one, other) => ORDER.indexOf(one.outcome.kind) - ORDER.indexOf(other.outcome.kind),
  )
  return {
    clauseId,
    decidedBy,
    outcome: worst?.outcome ?? undetermined(NO_RULE),
    ruleIds: own.map(({ ruleId }) => ruleId),
  }
}

const NO_RULE = { zh: '没有规则判断这一条。', en: 'No rule decides this clause.' }

/** What people alone decide holds a material up only where the profile says so. */
function weighPeople(
  verdict: Verdict,
  rows: readonly ClauseRow[],
  { personClauses }: MaterialProfile,
): Verdict {
  if (verdict !== 'pass' || personClauses === 'tell') return verdict
  return rows.some(({ decidedBy }) => decidedBy !== 'rule') ? 'review' : 'pass'
}
