/**
 * The report of one bad video: a strip of time, and the frames with boxes around what was seen in them.
 *
 * `node bench/media/clip/write-report.ts [FILE]`, default `docs/media/bad-video.html`. The page stands
 * alone: frames are inside it as small JPEGs, nothing is fetched.
 */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SeenClip } from '@fangxing/contract'
import {
  describeClip,
  describePicture,
  drawClip,
  drawPicture,
  escapeMarkup,
  findFfmpeg,
  findRepeatedWatermarks,
  startMediaPool,
  takeFrame,
} from '@fangxing/media'
import sharp from 'sharp'
import { useChineseType } from '../../../packages/media/test/chinese-type.ts'
import { renderBadVideo } from './bad-video.ts'

const DEFAULT_FILE = join(import.meta.dirname, '..', '..', '..', 'docs', 'media', 'bad-video.html')
const BOUNDS = { maxMs: 60_000, maxMemoryBytes: 2 ** 31, maxOutputBytes: 2 ** 28 }
const FRAMES = 10
const THUMBNAIL = 480

async function writeReport(file: string): Promise<void> {
  useChineseType()
  const ffmpeg = await findFfmpeg()
  if (!ffmpeg) throw new Error('ffmpeg 5.1 or later is not installed')
  const folder = await mkdtemp(join(tmpdir(), 'fangxing-bad-video-'))
  const pool = await startMediaPool({ workers: 1, clipLimits: { frames: FRAMES } })
  try {
    const { video, cover } = await renderBadVideo(folder)
    const seen = await pool.clip({ name: '问题视频.mp4', source: video, cover })
    const thumbnails: string[] = []
    for (const { at } of seen.video?.frames ?? []) {
      const frame = await takeFrame(ffmpeg, video, at, BOUNDS)
      const small = sharp(frame?.png).resize(THUMBNAIL).jpeg({ quality: 60 })
      thumbnails.push(`data:image/jpeg;base64,${(await small.toBuffer()).toString('base64')}`)
    }
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, pageOf(seen, thumbnails))
    console.log(`${file}: ${thumbnails.length} frames`)
    for (const { zh } of describeClip(seen)) console.log(`  ${zh}`)
  } finally {
    await pool.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function pageOf(seen: SeenClip, thumbnails: readonly string[]): string {
  const frames = seen.video?.frames ?? []
  const marks = findRepeatedWatermarks(frames.map(({ picture }) => picture))
  const repeated = marks.map(({ text, platform }) => escapeMarkup(platform ?? text)).join('、')
  return (
    '<!doctype html><!-- Written by: node bench/media/clip/write-report.ts -->' +
    '<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    `<title>一个问题视频 · One bad video</title><style>${STYLE}</style>` +
    '<h1>一个问题视频 <small>One bad video</small></h1>' +
    '<p>只列所见，是否违规由规则判定。What is seen and heard; rules judge.</p>' +
    `${drawClip(seen) ?? ''}<ul>${toItems(describeClip(seen))}</ul>` +
    `${repeated === '' ? '' : `<p>多帧重复的角标 · a mark in several frames：${repeated}</p>`}` +
    `${frames.map((frame, index) => section(frame, thumbnails[index] ?? '')).join('')}</html>\n`
  )
}

const STYLE =
  'body{font:15px/1.6 system-ui,sans-serif;max-width:1100px;margin:2em auto;padding:0 1em;color:#222}' +
  'section{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1.5em;margin:2em 0}' +
  'h2{grid-column:1/-1;margin:0;font-size:1.1em}svg{width:100%}section svg{border:1px solid #ccc}' +
  'small,em{color:#666;font-style:normal;font-weight:normal}' +
  '@media(max-width:700px){section{grid-template-columns:1fr}}'

type Frame = NonNullable<NonNullable<SeenClip['video']>['frames']>[number]

function section({ at, picture }: Frame, address: string): string {
  return `<section><h2>${at.toFixed(1)} s</h2><div>${drawPicture(picture, address) ?? ''}</div><ul>${toItems(describePicture(picture))}</ul></section>`
}

function toItems(lines: ReturnType<typeof describeClip>): string {
  return lines
    .map(({ zh, en }) => `<li>${escapeMarkup(zh)} <em>${escapeMarkup(en)}</em></li>`)
    .join('')
}

await writeReport(process.argv[2] ?? DEFAULT_FILE)
