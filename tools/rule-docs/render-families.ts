/** One page per family: each rule with its clause in full, why, what to do, and its examples. */

import { findClause, type Rule, rules } from '@fangxing/policy'
import { cell, OUTCOME, pageOf, SEVERITY } from './words.ts'

const TITLES: Readonly<Record<string, string>> = {
  category: '类目 · categories',
  package: '代码包 · the package',
  privacy: '隐私 · privacy',
  text: '用户文本 · submitted texts',
  ugc: '用户内容 · user content',
  wording: '代码包文字 · wording of a package',
}

/** File name and text of each page, in the order of the families. */
export function renderFamilies(): readonly (readonly [file: string, text: string])[] {
  const families = [...new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))))]
  return families.map((family) => {
    const members = rules.filter(({ id }) => id.startsWith(`${family}/`))
    const title = TITLES[family] ?? family
    return [pageOf(`${family}/`), [`# ${title}`, ...members.map(renderRule)].join('\n\n')]
  })
}

function renderRule(rule: Rule): string {
  const words = findClause(rule.clause)?.words
  return `## ${rule.id}

**${rule.title.zh}** · ${rule.title.en}

${SEVERITY[rule.severity]} · 看的事实 facts: ${rule.needs.join(', ')}

条款 clause \`${rule.clause}\`

> ${words?.zh ?? ''}
>
> ${words?.en ?? ''}

- 为什么 why: ${rule.why.zh} ${rule.why.en}
- 怎么改 fix: ${rule.fix.zh} ${rule.fix.en}

| 例子 example | | 结果 outcome |
|---|---|---|
${rule.examples.map(({ name, expect }) => `| ${cell(name.zh)} | ${cell(name.en)} | ${OUTCOME[expect]} |`).join('\n')}`
}
