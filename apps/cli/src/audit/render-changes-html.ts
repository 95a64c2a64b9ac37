/** What changed between two audits as one HTML page that needs nothing else. */

import { html, type Markup, renderPage } from '@fangxing/server/report'
import { VERDICTS } from '../preflight/words.ts'
import type { Language } from '../terminal/language.ts'
import type { MaterialChange } from './material-change.ts'
import { DIRECTIONS, describeChange } from './render-changes.ts'

const STYLES = { worse: 'block', better: 'pass', other: 'review' } as const

export function renderChangesHtml(changes: readonly MaterialChange[], language: Language): string {
  const title = { zh: '两次审核的不同', en: 'What changed between two audits' }[language]
  const nothing = { zh: '没有不同。', en: 'They are the same.' }[language]
  const told = changes.map((one) => describeMaterial(one, language))
  return renderPage({
    language,
    title,
    header: html`<h1>${title}</h1>`,
    main: changes.length === 0 ? html`<p>${nothing}</p>` : html`${told}`,
  })
}

function describeMaterial(
  { name, before, after, changes }: MaterialChange,
  language: Language,
): Markup {
  const verdictOf = (audit: MaterialChange['before']) =>
    audit === null ? '—' : VERDICTS[audit.verdict].words[language]
  return html`<section><h2><code>${name}</code> ${verdictOf(before)} → ${verdictOf(after)}</h2>
${DIRECTIONS.map(({ direction, words }) => {
  const own = changes.filter((change) => change.direction === direction)
  return own.length === 0
    ? undefined
    : html`<h3 class="${STYLES[direction]}">${words[language]} · ${own.length}</h3>${own.map((change) => html`<article>${describeChange(change).map((line) => html`<p>${line[language]}</p>`)}</article>`)}`
})}
</section>`
}
