/**
 * The shell of a report that is one HTML page and needs nothing else: no script, no font, no network.
 *
 * Its policy allows its own style by hash, and pictures inside the page where there are some, so that
 * a text of what was looked at can do nothing in the reader's browser.
 */

import { createHash } from 'node:crypto'
import type { Language } from '../http/language.ts'
import { html, Markup } from './html.ts'
import { PAGE_STYLE } from './page-style.ts'

export interface ReportPage {
  readonly language: Language
  /** Of the window; the page says its own. */
  readonly title: string
  readonly header: Markup
  readonly main: Markup
  readonly footer?: Markup | undefined
  /** Style besides that of every report. */
  readonly style?: string | undefined
  /** Whether pictures stand in the page, as `data:` addresses. */
  readonly hasPictures?: boolean | undefined
}

export function renderPage({
  language,
  title,
  header,
  main,
  footer,
  style = '',
  hasPictures = false,
}: ReportPage): string {
  const whole = PAGE_STYLE + style
  const hash = createHash('sha256').update(whole).digest('base64')
  const pictures = hasPictures ? ' img-src data:;' : ''
  const policy = `default-src 'none'; style-src 'sha256-${hash}';${pictures} base-uri 'none'; form-action 'none'`
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(whole)}</style>
</head>
<body>
<header>
${header}
</header>
<main>
${main}
</main>
${footer === undefined ? undefined : html`<footer class="soft">${footer}</footer>`}
</body>
</html>`.text
}
