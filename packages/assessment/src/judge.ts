/**
 * Runs the rules over what the engines saw.
 *
 * A rule that throws, or whose needs were not observed, answers `undetermined`: a broken rule
 * sends the case to a person. It never lets it through, and it never stops the other rules.
 */

import type { Judgement, ObservationKind, Observations, Outcome, Wording } from '@fangxing/contract'
import { undetermined } from '@fangxing/contract'
import type { Rule } from '@fangxing/policy'

export function judge(rules: readonly Rule[], seen: Partial<Observations>): readonly Judgement[] {
  return rules.map((rule) => ({
    ruleId: rule.id,
    clauseId: rule.clause,
    severity: rule.severity,
    outcome: outcomeOf(rule, seen),
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
  const missing = rule.needs.filter((kind) => seen[kind] === undefined)
  if (missing.length > 0) {
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
