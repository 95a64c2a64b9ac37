/**
 * Runs the rules over what the engines saw.
 *
 * A rule that throws, or whose needs were not observed, answers `undetermined`: a broken rule
 * sends the case to a person. It never lets it through, and it never stops the other rules. When all
 * pass, the answer is the same list each time: most texts are judged so, thousands a second.
 */

import type { Judgement, ObservationKind, Observations, Outcome, Wording } from '@fangxing/contract'
import { pass, undetermined } from '@fangxing/contract'
import type { Rule } from '@fangxing/policy'

export function judge(rules: readonly Rule[], seen: Partial<Observations>): readonly Judgement[] {
  const outcomes = rules.map((rule) => outcomeOf(rule, seen))
  if (!outcomes.every((outcome) => outcome === pass)) return toJudgements(rules, outcomes)
  const known = allPass.get(rules) ?? toJudgements(rules, outcomes)
  allPass.set(rules, known)
  return known
}

const allPass = new WeakMap<readonly Rule[], readonly Judgement[]>()

function toJudgements(rules: readonly Rule[], outcomes: readonly Outcome[]): readonly Judgement[] {
  return rules.map(({ id, clause, severity }, nth) => ({
    ...{ ruleId: id, clauseId: clause, severity },
    outcome: outcomes[nth] as Outcome,
  }))
}

/** What a kind is called by people, where its name does not say it. */
const KINDS: Readonly<Partial<Record<ObservationKind, Wording>>> = {
  cards: { zh: '商品卡', en: 'cards for goods' },
  clips: { zh: '视频和声音', en: 'video and sound' },
  links: { zh: '链接的去向', en: 'where links lead' },
  page: { zh: '浏览器里的页面', en: 'the page in a browser' },
  pictures: { zh: '图片', en: 'pictures' },
  resemblances: { zh: '可比对的其他文章', en: 'other documents to compare with' },
}

function outcomeOf(rule: Rule, seen: Partial<Observations>): Outcome {
  if (rule.needs.some((kind) => seen[kind] === undefined)) {
    const missing = rule.needs.filter((kind) => seen[kind] === undefined)
    const kinds = missing.map((kind) => KINDS[kind] ?? { zh: kind, en: kind })
    return undetermined({
      zh: `没有观察到：${kinds.map(({ zh }) => zh).join('、')}。`,
      en: `Not observed: ${kinds.map(({ en }) => en).join(', ')}.`,
    })
  }
  try {
    return rule.evaluate(seen as Observations)
  } catch (error) {
    return undetermined({
      zh: `规则运行出错：${String(error)}。`,
      en: `The rule failed: ${String(error)}.`,
    })
  }
}
