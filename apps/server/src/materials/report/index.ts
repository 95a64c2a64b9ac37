export { drawPlates } from './draw-plates.ts'
export * from './material-report.ts'
export { renderMaterialHtml, type ShownAudit } from './render-material-html.ts'
