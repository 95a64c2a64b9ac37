/** What reports of every kind are made with: markup, style, SARIF, findings by their rule. */

export { type ExplainedJudgement, explainJudgement } from './explain-judgement.ts'
export { fileOf, fingerprint } from './fingerprint.ts'
export { html, Markup } from './html.ts'
export { type ReportPage, renderPage } from './render-page.ts'
export { renderSarif, type SarifReport } from './render-sarif.ts'
