/**
 * Keeps a rule from passing what nobody saw.
 *
 * A page that was not looked at whole (it could not be entered, a part of it only the platform draws,
 * its content was a sample) may break any clause in what is missing: a pass, or the word that a clause
 * does not apply, becomes a question for a person. A violation that was seen stays, unless what stands
 * there is a sample: then only what the samples cannot have brought (adverts, promotion, barred words)
 * stays, and a blank screen or a missing title is a question too. A page that did not get its style
 * sheets was not seen as it is laid out, one that did not get its scripts may lack what they draw: only
 * the rules of layout, and what is said to be absent, become questions then.
 */

import type {
  Judgement,
  MaterialFacts,
  ObservationKind,
  Outcome,
  PageRun,
  Wording,
} from '@fangxing/contract'
import { undetermined } from '@fangxing/contract'
import type { Rule } from '@fangxing/policy'

/** What is read from a page, directly or through what it shows. */
const OF_PAGE: readonly ObservationKind[] = [
  'page',
  'written',
  'pictures',
  'clips',
  'cards',
  'links',
  'opinions',
  'resemblances',
]
/** Facts without which a page's content is not known; `content` says that something else stands there. */
const CONTENT = ['content', 'blocks', 'rest']
/** Rule families that find what is there, in words and marks that no sample has. */
const OF_PRESENCE = ['advertising', 'promotion', 'norms']
const MOST_REASONS = 3

interface SeenPage {
  readonly material: MaterialFacts
  readonly page?: readonly PageRun[] | undefined
}

export function withhold(
  judgements: readonly Judgement[],
  rules: readonly Rule[],
  seen: SeenPage,
): readonly Judgement[] {
  return withholdContent(withholdLayout(judgements, rules, seen.page ?? []), rules, seen)
}

function withholdContent(
  judgements: readonly Judgement[],
  rules: readonly Rule[],
  seen: SeenPage,
): readonly Judgement[] {
  const because = whatIsMissing(seen)
  if (because === null) return judgements
  const ofPage = new Set(
    rules.filter(({ needs }) => needs.some((kind) => OF_PAGE.includes(kind))).map(({ id }) => id),
  )
  const kept = keptFamilies(seen.page ?? [], because)
  return judgements.map((judgement) => {
    const { ruleId, outcome } = judgement
    const family = ruleId.slice(0, ruleId.indexOf('/'))
    // A title that nobody declared is read off the page.
    if (!ofPage.has(ruleId) && family !== 'title') return judgement
    const isKept = kept === 'all' || kept.includes(family)
    return { ...judgement, outcome: doubt(outcome, because, isKept) }
  })
}

/** Whether words or marks are there is seen in any layout; where they stand, and what is absent, is not. */
function withholdLayout(
  judgements: readonly Judgement[],
  rules: readonly Rule[],
  page: readonly PageRun[],
): readonly Judgement[] {
  const styles = reasonsOf(page, ['styles'])
  const scripts = reasonsOf(page, ['scripts'])
  if (styles === null && scripts === null) return judgements
  const ofLayout = new Set(rules.filter(({ needs }) => needs.includes('page')).map(({ id }) => id))
  return judgements.map((judgement) => {
    const { ruleId, outcome } = judgement
    const family = ruleId.slice(0, ruleId.indexOf('/'))
    const isOfLayout = ofLayout.has(ruleId)
    if ((!isOfLayout && family !== 'title') || OF_PRESENCE.includes(family)) return judgement
    const because = (isOfLayout ? styles : null) ?? scripts
    if (because === null) return judgement
    const isWithheld = outcome.kind === 'violation' || (isOfLayout && styles !== null)
    return isWithheld ? { ...judgement, outcome: doubt(outcome, because, false) } : judgement
  })
}

/** Rule families whose violations stay. */
function keptFamilies(page: readonly PageRun[], because: Wording): readonly string[] | 'all' {
  const isStandIn = page.some(({ missing }) => missing.some(({ fact }) => fact === 'content'))
  if (isStandIn) return OF_PRESENCE
  return because === NOT_ENTERED ? ['stability', ...OF_PRESENCE] : 'all'
}

function doubt(outcome: Outcome, because: Wording, isKept: boolean): Outcome {
  if (outcome.kind === 'undetermined') return outcome
  if (outcome.kind !== 'violation') return undetermined(because)
  return isKept ? outcome : undetermined(because, outcome.findings)
}

/** Null when all of it was seen. */
function whatIsMissing({ material, page }: SeenPage): Wording | null {
  const [first] = page ?? []
  if (first === undefined) {
    return material.title === null && material.blocks.length === 0 ? NOTHING_READ : null
  }
  if (first.blocks === undefined && first.missing.length === 0) return NOT_ENTERED
  return reasonsOf(page ?? [], CONTENT)
}

/** Why facts of these names are missing, each reason once; null when none is. */
function reasonsOf(page: readonly PageRun[], facts: readonly string[]): Wording | null {
  const reasons = page
    .flatMap(({ missing }) => missing)
    .filter(({ fact }) => facts.includes(fact))
    .map(({ because }) => because)
  const named = [...new Map(reasons.map((one) => [one.zh, one])).values()].slice(0, MOST_REASONS)
  if (named.length === 0) return null
  return {
    zh: `页面没有看全：${named.map(({ zh }) => zh).join('')}`,
    en: `The page was not seen whole. ${named.map(({ en }) => en).join(' ')}`,
  }
}

const NOT_ENTERED: Wording = {
  zh: '页面没有打开，看不到它的内容。',
  en: 'The page was not entered, so its content is not known.',
}
const NOTHING_READ: Wording = {
  zh: '没有读到标题，也没有读到正文。',
  en: 'Neither a title nor a body was read.',
}
