/** One page per family: each rule with its clause in full, why, what to do, and its examples. */

import { findClause, type Rule, rules } from '@fangxing/policy'
import { cell, OUTCOME, pageOf, SEVERITY } from './words.ts'

const TITLES: Readonly<Record<string, string>> = {
  advertising: '素材：广告 · material: adverts',
  category: '类目 · categories',
  clip: '视频与音频 · video and sound',
  commerce: '素材：商品卡 · material: cards for goods',
  content: '素材：内容 · material: content',
  imagery: '素材：图片与视频 · material: pictures and video',
  norms: '素材：内容规范 · material: what is not published',
  package: '代码包 · the package',
  picture: '图片 · pictures',
  privacy: '隐私 · privacy',
  promotion: '素材：推广 · material: promotion',
  stability: '素材：稳定性 · material: stability',
  text: '用户文本 · submitted texts',
  title: '素材：标题 · material: title',
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
