/**
 * An audit as one HTML page that needs nothing else: every row, and pictures with what was found
 * drawn into them.
 */

import type { ClauseRow } from '@fangxing/assessment'
import { describePlace, type Finding, type Verdict, type Wording } from '@fangxing/contract'
import { findClause, rules } from '@fangxing/policy'
import type { PlateDraft } from '@fangxing/storage'
import type { Language } from '../../http/language.ts'
import { html, type Markup } from '../../report/html.ts'
import { renderPage } from '../../report/render-page.ts'
import { boxesOn } from './boxes-on.ts'
import { findingsOf, groupRows, ROW_GROUPS, type RowGroup } from './material-report.ts'

export interface ShownAudit {
  readonly name: string
  readonly verdict: Verdict
  readonly edition: string
  readonly notes: readonly Wording[]
  readonly rows: readonly ClauseRow[]
}

const VERDICTS: Readonly<Record<Verdict, Wording>> = {
  pass: { zh: '通过', en: 'pass' },
  review: { zh: '转人工', en: 'review' },
  reject: { zh: '不通过', en: 'reject' },
}

const STYLES: Readonly<Record<RowGroup, string>> = {
  blocks: 'block',
  person: 'review',
  passes: 'pass',
  inapplicable: 'soft',
}
const PLATE_STYLE = `
.plates { display: flex; flex-wrap: wrap; gap: 1rem } figure { margin: 0; max-width: 20rem } figure svg { width: 100%; height: auto; border: 1px solid var(--line); border-radius: .35rem }
figcaption { font-size: .85rem; color: var(--soft); overflow-wrap: anywhere }
rect { fill: none; stroke: #e5484d; stroke-width: 3; vector-effect: non-scaling-stroke }`

type Say = (wording: Wording) => string

export function renderMaterialHtml(
  { name, verdict, edition, notes, rows }: ShownAudit,
  plates: readonly PlateDraft[],
  language: Language,
): string {
  const say: Say = (wording) => wording[language]
  const title = say({ zh: '素材审核', en: 'Material audit' })
  const groups = groupRows(rows)
  const tally = ROW_GROUPS.map(
    ({ group, words }) => `${say(words)} ${groups.get(group)?.length ?? 0}`,
  )
  const findings = rows.flatMap(({ outcome }) => findingsOf(outcome))
  return renderPage({
    language,
    title: `${title} · ${name}`,
    style: PLATE_STYLE,
    hasPictures: true,
    header: html`<h1>${title} <code>${name}</code></h1>
<p class="answer ${verdict}">${say(VERDICTS[verdict])}</p>
<p>${tally.join(' · ')}</p>
${notes.map((note) => html`<p class="soft">${say(note)}</p>`)}`,
    main: html`${ROW_GROUPS.map(({ group, words }) => describeGroup(group, say(words), groups.get(group) ?? [], say))}
${describePlates(plates, findings, say)}`,
    footer: html`<p>${say({ zh: '版本', en: 'Edition' })} <code>${edition}</code></p>`,
  })
}

function describeGroup(
  group: RowGroup,
  title: string,
  rows: readonly ClauseRow[],
  say: Say,
): Markup {
  if (rows.length === 0) return html``
  const body = rows.map((row) => describeRow(row, say))
  const heading = html`<h2 class="${STYLES[group]}">${title} · ${rows.length}</h2>`
  return group === 'blocks' || group === 'person'
    ? html`<section>${heading}${body}</section>`
    : html`<details><summary>${heading}</summary>${body}</details>`
}

function describeRow({ clauseId, outcome, ruleIds }: ClauseRow, say: Say): Markup {
  const words = findClause(clauseId)?.words
  const rule = rules.find(({ id }) => ruleIds.includes(id))
  const findings = findingsOf(outcome)
  return html`<article>
<h3><code>${clauseId.slice(clauseId.indexOf('/') + 1)}</code> ${words && say(words)}</h3>
${outcome.kind === 'undetermined' ? html`<p>${say(outcome.because)}</p>` : undefined}
${findings.map((finding) => describeFinding(finding, say))}
${outcome.kind === 'violation' && rule !== undefined ? html`<p><strong>${say({ zh: '修正', en: 'Fix' })}</strong> ${say(rule.fix)}</p>` : undefined}
${ruleIds.length > 0 ? html`<p class="soft"><code>${ruleIds.join(' ')}</code></p>` : undefined}
</article>`
}

function describeFinding({ place, message, measured, limit }: Finding, say: Say): Markup {
  const facts = [
    ...(measured === undefined ? [] : [`${say({ zh: '测得', en: 'measured' })} ${measured}`]),
    ...(limit === undefined ? [] : [`${say({ zh: '允许', en: 'allowed' })} ${limit}`]),
  ]
  return html`<p><code>${describePlace(place)}</code> ${say(message)}</p>
${facts.length > 0 ? html`<p class="soft">${facts.join(' · ')}</p>` : undefined}`
}

function describePlates(
  plates: readonly PlateDraft[],
  findings: readonly Finding[],
  say: Say,
): Markup {
  if (plates.length === 0) return html``
  const figures = plates.map(({ name, width, height, content }) => {
    const address = `data:image/jpeg;base64,${Buffer.from(content).toString('base64')}`
    const boxes = boxesOn(name, findings).map(
      ({ x, y, ...size }) =>
        html`<rect x="${x}" y="${y}" width="${size.width}" height="${size.height}"/>`,
    )
    return html`<figure><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}"><image href="${address}" width="${width}" height="${height}"/>${boxes}</svg><figcaption>${name}</figcaption></figure>`
  })
  return html`<section><h2>${say({ zh: '画面', en: 'What was looked at' })} · ${plates.length}</h2><div class="plates">${figures}</div></section>`
}
