/** How severities, outcomes and deciders are called on the generated pages. */

import type { Outcome, Severity } from '@fangxing/contract'
import type { Clause, Rule } from '@fangxing/policy'

export const SEVERITY: Readonly<Record<Severity, string>> = {
  block: '拦截 block',
  review: '转人工 review',
  advise: '提示 advise',
}

export const OUTCOME: Readonly<Record<Outcome['kind'], string>> = {
  pass: '通过 pass',
  inapplicable: '不适用 inapplicable',
  violation: '违规 violation',
  undetermined: '无法判断 undetermined',
}

export const DECIDER: Readonly<Record<Clause['decidedBy'], string>> = {
  rule: '规则 rule',
  process: '流程 process',
  person: '人 person',
  'nothing yet': '尚无 nothing yet',
}

/** The page of a rule's family. */
export function pageOf(ruleId: string): string {
  return `${ruleId.slice(0, ruleId.indexOf('/'))}.md`
}

export function pageOfBook(id: string): string {
  return `book-${id}.md`
}

/** `[category/x](category.md#categoryx)`: the anchor that Markdown makes of a heading `category/x`. */
export function linkTo({ id }: Rule): string {
  return `[${id}](${pageOf(id)}#${id.replaceAll('/', '').toLowerCase()})`
}

/** A table cell: a bar would end it. */
export function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim()
}
