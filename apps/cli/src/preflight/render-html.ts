/**
 * A preflight as one HTML page that needs nothing else: no script, no font, no picture, no network.
 *
 * Nothing in it varies between runs of one day.
 */

import { describePlace, type Finding, type PublishEntry, type Wording } from '@fangxing/contract'
import {
  type ExplainedJudgement,
  explainJudgement,
  html,
  type Markup,
  renderPage,
} from '@fangxing/server/report'
import type { Language } from '../terminal/language.ts'
import { describeForecast } from './describe-filing.ts'
import type { PreflightReport } from './report.ts'
import { type ExcerptOf, excerptsFrom } from './source-excerpt.ts'
import { GUARDS, MEDIA, SEVERITIES, UNDETERMINED, VERDICTS } from './words.ts'

interface Page {
  readonly report: PreflightReport
  readonly say: (wording: Wording) => string
  readonly excerptOf: ExcerptOf
}

const GROUPS = [
  ['block', SEVERITIES.block],
  ['review', SEVERITIES.review],
  ['advise', SEVERITIES.advise],
] as const

export function renderHtml(report: PreflightReport, language: Language): string {
  const page: Page = {
    report,
    say: (wording) => wording[language],
    excerptOf: excerptsFrom(report.files),
  }
  const { say } = page
  const title = say({ zh: '提审前自检', en: 'Preflight' })
  const edition = say({ zh: '规则与词库版本', en: 'Edition of rules and words' })
  return renderPage({
    language,
    title: `${title} · ${report.path}`,
    header: html`<h1>${title} <code>${report.path}</code></h1>
${describeAnswer(page)}`,
    main: html`${describeGroups(page)}
${describeEntries(page)}
${describeHeld(page)}
${describeSeen(page)}`,
    footer: html`<p>${edition} <code>${report.assessment.edition}</code></p>`,
  })
}

function describeAnswer({ report, say }: Page): Markup {
  const { verdict, judgements } = report.assessment
  const filing = report.filing === null ? [] : describeForecast(report.filing).map(say)
  return html`<p class="answer ${verdict}">${say(VERDICTS[verdict].words)}</p>
<p>${filing.length > 0 ? filing.join(' · ') : say({ zh: '没有声明类目，无法预测报备', en: 'No category was declared, so nothing can be said of the filing' })}</p>
${report.assessment.summary.failures.map((failure) => html`<p class="reject">${say({ zh: '引擎出错，有的规则没有看到事实：', en: 'An engine failed, so some rules saw nothing: ' })}<code>${failure}</code></p>`)}
<p class="soft">${say({ zh: `检查规则 ${judgements.length} 条`, en: `${judgements.length} rules` })}</p>`
}

function describeGroups(page: Page): readonly Markup[] {
  const judgements = page.report.assessment.judgements.map(explainJudgement)
  const groups = GROUPS.map(([severity, { words }]) => {
    const found = judgements.filter(
      (one) => one.outcome.kind === 'violation' && one.severity === severity,
    )
    return describeGroup(page, page.say(words), severity, found)
  })
  const unknown = judgements.filter(({ outcome }) => outcome.kind === 'undetermined')
  return [...groups, describeGroup(page, page.say(UNDETERMINED.words), 'review', unknown)]
}

function describeGroup(
  page: Page,
  title: string,
  style: string,
  judgements: readonly ExplainedJudgement[],
): Markup {
  if (judgements.length === 0) return html``
  return html`<section><h2 class="${style}">${title} · ${judgements.length}</h2>
${judgements.map((one) => describeJudgement(page, one))}</section>`
}

function describeJudgement({ say, excerptOf }: Page, judgement: ExplainedJudgement): Markup {
  const { outcome } = judgement
  const findings = outcome.kind === 'violation' ? outcome.findings : []
  return html`<article>
<h3>${say(judgement.title)} <code class="soft">${judgement.ruleId}</code></h3>
<p>${say(judgement.why)}</p>
${outcome.kind === 'undetermined' ? html`<p>${say(outcome.because)}</p>` : undefined}
${findings.map((finding) => describeFinding(finding, say, excerptOf))}
<p><strong>${say({ zh: '修正', en: 'Fix' })}</strong> ${say(judgement.fix)}</p>
<details><summary class="soft">${say({ zh: '条款', en: 'Clause' })} ${judgement.clauseId}</summary><p>${say(judgement.clauseWords)}</p></details>
</article>`
}

function describeFinding(
  { place, message, measured, limit, fix }: Finding,
  say: Page['say'],
  excerptOf: ExcerptOf,
): Markup {
  const lines = excerptOf(place).map(
    ({ number, text, isMeant }) =>
      html`<span class="${isMeant ? 'at' : ''}"><i>${number}</i>${text}</span>`,
  )
  const facts = [
    ...(measured === undefined ? [] : [`${say({ zh: '测得', en: 'measured' })} ${measured}`]),
    ...(limit === undefined ? [] : [`${say({ zh: '允许', en: 'allowed' })} ${limit}`]),
  ]
  return html`<p><code>${describePlace(place)}</code> ${say(message)}</p>
${facts.length > 0 ? html`<p class="soft">${facts.join(' · ')}</p>` : undefined}
${fix === undefined ? undefined : html`<p class="soft">${say(fix)}</p>`}
${lines.length > 0 ? html`<pre>${lines}</pre>` : undefined}`
}

function describeEntries({ report, say }: Page): Markup {
  const entries = report.assessment.summary.publishEntries ?? []
  if (entries.length === 0) return html``
  return html`<section><h2>${say({ zh: '发布入口', en: 'Publishing entries' })} · ${entries.length}</h2>
<table><thead><tr><th>${say({ zh: '内容', en: 'Content' })}</th><th>${say({ zh: '位置', en: 'Place' })}</th><th>${say({ zh: '页面', en: 'Page' })}</th><th>${say({ zh: '保护', en: 'Guard' })}</th></tr></thead>
<tbody>${entries.map((entry) => describeEntry(entry, say))}</tbody></table></section>`
}

function describeEntry({ medium, place, page, guard }: PublishEntry, say: Page['say']): Markup {
  const because = 'because' in guard ? ` ${say(guard.because)}` : ''
  const claim = guard.kind === 'unknown' && guard.claim ? ` ${say(CLAIM)}${guard.claim.says}` : ''
  const by = 'by' in guard ? ` ${describePlace(guard.by)}` : ''
  const { words, style } = GUARDS[guard.kind]
  return html`<tr><td>${say(MEDIA[medium])}</td><td><code>${describePlace(place)}</code></td><td><code>${page}</code></td><td><span class="${style}">${say(words)}</span>${because}${claim}${by}</td></tr>`
}

/** What `fangxing.json` says of the other side is shown and proves nothing. */
const CLAIM: Wording = { zh: '团队声明（未证实）：', en: 'The team claims (not proved): ' }

function describeHeld({ report, say }: Page): Markup {
  const { held, expired } = report.acceptance
  if (held.length + expired.length === 0) return html``
  const rows = held.map(
    ({ ruleId, place, message, suppression }) =>
      html`<tr><td><code>${ruleId}</code></td><td>${place && describePlace(place)} ${say(message)}</td><td>${suppression ? `${suppression.reason} (${suppression.until})` : say({ zh: '基线', en: 'baseline' })}</td></tr>`,
  )
  const late = expired.map(
    ({ rule, until, origin }) =>
      html`<p class="review">${say({ zh: '压制已过期', en: 'Suppression past its day' })} <code>${origin} ${rule}</code> ${until}</p>`,
  )
  return html`<section><h2>${say({ zh: '已接受', en: 'Accepted' })} · ${held.length}</h2>${late}<table><tbody>${rows}</tbody></table></section>`
}

function describeSeen({ report, say }: Page): Markup {
  const { summary } = report.assessment
  const lists: readonly (readonly [Wording, readonly string[]])[] = [
    [{ zh: '页面', en: 'Pages' }, summary.pages ?? []],
    [{ zh: '外部域名', en: 'Hosts' }, summary.hosts ?? []],
    [
      { zh: '内容检测调用', en: 'Content checks' },
      (summary.contentChecks ?? []).map(
        ({ api, version, place }) => `${api} v${version} ${describePlace(place)}`,
      ),
    ],
    [
      { zh: '读不出的文件', en: 'Unreadable files' },
      (summary.unreadableFiles ?? []).map(({ file, because }) => `${file} ${say(because)}`),
    ],
  ]
  return html`<section><h2>${say({ zh: '看到', en: 'Seen' })}</h2>
${lists.map(
  ([name, items]) =>
    html`<details><summary>${say(name)} · ${items.length}</summary>${items.map((item) => html`<p><code>${item}</code></p>`)}</details>`,
)}</section>`
}
