/**
 * The pictures of one bad article, each with boxes drawn where something was seen, as one HTML page.
 *
 * `node bench/media/report/write-report.ts [FILE]`, default `docs/media/bad-article.html`. The page
 * stands alone: pictures are inside it, nothing is fetched.
 */

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SeenPicture } from '@fangxing/contract'
import {
  decodePicture,
  describePicture,
  drawPicture,
  escapeMarkup,
  findRepeatedWatermarks,
  hashPicture,
  openHashBank,
  startMediaPool,
} from '@fangxing/media'
import { useChineseType } from '../../../packages/media/test/chinese-type.ts'
import { type ArticlePicture, drawBadArticle, drawPoster } from './bad-article.ts'

const DEFAULT_FILE = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'docs',
  'media',
  'bad-article.html',
)

export async function seeBadArticle(): Promise<
  readonly { readonly picture: ArticlePicture; readonly seen: SeenPicture }[]
> {
  useChineseType()
  const poster = await decodePicture(await drawPoster())
  if (!poster.ok) throw new Error(poster.because.en)
  const { bits } = hashPicture(poster.picture)
  const bank = openHashBank([{ bank: 'demo', label: '投资骗局海报', kind: 'deny', bits }])
  const pool = await startMediaPool({ workers: 2, bank })
  try {
    const pictures = await drawBadArticle()
    return await Promise.all(
      pictures.map(async (picture) => ({ picture, seen: await pool.picture(picture) })),
    )
  } finally {
    await pool.close()
  }
}

async function writeReport(file: string): Promise<void> {
  const rows = await seeBadArticle()
  const repeated = findRepeatedWatermarks(rows.map(({ seen }) => seen)).map(({ text }) => text)
  const page =
    '<!doctype html><!-- Written by: node bench/media/report/write-report.ts -->' +
    '<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<title>一篇问题文章的图片 · One bad article</title><style>${STYLE}</style>` +
    '<h1>一篇问题文章的图片 <small>The pictures of one bad article</small></h1>' +
    '<p>红：码 · 橙：水印 · 绿：表格 · 蓝：文字。只列所见，是否违规由规则判定。' +
    'Red: codes · orange: watermarks · green: tables · blue: words. What is seen; rules judge.</p>' +
    `${rows.map(({ picture, seen }) => section(picture, seen)).join('')}` +
    `${repeated.length > 0 ? `<p>多图重复：${escapeMarkup(repeated.join('、'))}</p>` : ''}</html>\n`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, page)
  console.log(`${file}: ${rows.length} pictures, ${Math.round(page.length / 1024)} KB`)
}

const STYLE =
  'body{font:15px/1.6 system-ui,sans-serif;max-width:1100px;margin:2em auto;padding:0 1em;color:#222}' +
  'section{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1.5em;margin:2em 0}' +
  'h2{grid-column:1/-1;margin:0;font-size:1.1em}svg{width:100%;border:1px solid #ccc}' +
  'small,em{color:#666;font-style:normal;font-weight:normal}' +
  '@media(max-width:700px){section{grid-template-columns:1fr}}'

function section({ name, bytes }: ArticlePicture, seen: SeenPicture): string {
  const type = seen.format?.type ?? 'image/jpeg'
  const address = `data:${type};base64,${bytes.toString('base64')}`
  const lines = describePicture(seen).map(
    ({ zh, en }) =>
      `<li>${escapeMarkup(zh)}${zh === en ? '' : `<br><em>${escapeMarkup(en)}</em>`}</li>`,
  )
  return (
    `<section><h2>${escapeMarkup(name)}</h2><div>${drawPicture(seen, address) ?? ''}</div>` +
    `<ul>${lines.join('')}</ul></section>`
  )
}

if (import.meta.main) await writeReport(process.argv[2] ?? DEFAULT_FILE)
