/**
 * Makes of one page of a mini-program's source a page that a browser opens: files and the entry.
 *
 * Nothing of the program is run here. Its templates, styles and scripts are read by the host, in the
 * locked-in browser, on WeChat's own component framework; Baidu's templates are put into the same
 * words there. The entry lies beside the page, so that relative addresses mean what they mean there.
 */

import type { Program } from './find-program.ts'
import { HOST_FOLDER, readHostFiles } from './host-files.ts'
import { type PageWish, packPage } from './pack-page.ts'

export interface DrawnPage {
  readonly entry: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

export function drawPage(program: Program, wish: PageWish): DrawnPage {
  const parcel = packPage(program, wish)
  const bytes = (text: string) => new TextEncoder().encode(text)
  const entry = `${parcel.page}.fangxing.html`
  return {
    entry,
    files: new Map([
      ...program.files,
      ...readHostFiles(),
      [`${HOST_FOLDER}/program.json`, bytes(JSON.stringify(parcel))],
      [entry, bytes(HTML)],
    ]),
  }
}

const HTML = `<!doctype html>
<html lang="zh-CN" data-fangxing-program>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<script type="importmap">{"imports":{"glass-easel":"/${HOST_FOLDER}/glass-easel.js"}}</script>
</head>
<body></body>
<script type="module" src="/${HOST_FOLDER}/host/start-host.js"></script>
</html>
`
