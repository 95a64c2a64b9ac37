/**
 * One made-up video of 24 seconds with something wrong in most of them, the same in every run.
 *
 * A platform's mark in the corner throughout, subtitles burnt in until 12 s, black from 5, soft from 7,
 * frozen from 12, shaken from 15, a code from 20; no sound from 16 on, and it starts late.
 */

import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { writeBarcode } from 'zxing-wasm/writer'
import { CHINESE_FAMILY } from '../../../packages/media/test/chinese-type.ts'
import { prepareWriter } from '../../../packages/media/test/code-writer.ts'
import { shoot } from '../studio.ts'

const run = promisify(execFile)

const SIZE = { width: 1280, height: 720 }
const LINES = [
  '今天教大家一个赚钱方法',
  '每天只要十分钟',
  '想学的加我微信',
  '名额有限先到先得',
] as const
/** Seconds of a subtitle. */
const LINE_SECONDS = 3

export async function renderBadVideo(folder: string): Promise<{ video: string; cover: Buffer }> {
  await prepareWriter()
  const scenes = await Promise.all(
    (['landscape', 'product'] as const).map(async (subject, index) => {
      const path = join(folder, `${subject}.png`)
      await writeFile(path, await shoot(subject, 70 + index, { width: 1600, height: 900 }))
      return path
    }),
  )
  const layers = await drawLayers(folder)
  const video = join(folder, 'bad-video.mp4')
  const stills = [...scenes, ...layers].flatMap((path) => [
    '-loop',
    '1',
    '-framerate',
    '25',
    '-i',
    path,
  ])
  await run('ffmpeg', [
    ...[
      '-nostdin',
      '-v',
      'error',
      '-y',
      ...stills,
      '-itsoffset',
      '0.4',
      '-f',
      'lavfi',
      '-i',
      SOUND,
    ],
    ...['-filter_complex', graph(layers.length), '-map', '[v]', '-map', `${2 + layers.length}:a`],
    ...['-t', '24', '-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '24'],
    ...['-c:a', 'aac', video],
  ])
  return { video, cover: await shoot('portrait', 99, SIZE) }
}

const SOUND = "anoisesrc=c=pink:r=44100:seed=4,volume='0.4*gt(sin(13*t),-0.4)*lt(t,16)':eval=frame"

/** Two scenes in turn, spoilt by the second, then the layers over them. */
function graph(layers: number): string {
  const shake = "x='if(gte(t,15),60+18*sin(31*t),60+10*t)':y='if(gte(t,15),60+14*cos(29*t),60+5*t)'"
  const spoilt = [
    `[0:v]fps=25,crop=1280:720:${shake}[one]`,
    '[1:v]fps=25,crop=1280:720:x=100+8*t:y=80[two]',
    "[one][two]overlay=enable='between(t,7,15)'[cut]",
    "[cut]gblur=4:enable='between(t,7,12)'[soft]",
    '[soft]trim=end=12,setpts=PTS-STARTPTS[head]',
  ]
  const still = '[head]tpad=stop_mode=clone:stop_duration=3[stopped]'
  const tail = `[t]fps=25,crop=1280:720:${shake},trim=start=15:end=24,setpts=PTS-STARTPTS[tail]`
  const split = spoilt.map((chain, index) =>
    index === 0 ? `[0:v]split=2[z][t];${chain.replace('[0:v]', '[z]')}` : chain,
  )
  const dark = "drawbox=x=0:y=0:w=iw:h=ih:t=fill:color=black:enable='between(t,5,7)'"
  const chains = [...split, still, tail, `[stopped][tail]concat=n=2:v=1,${dark}[l0]`]
  for (let layer = 0; layer < layers; layer += 1) {
    const [from, to] = spanOf(layer)
    const out = layer === layers - 1 ? 'v' : `l${layer + 1}`
    chains.push(`[l${layer}][${layer + 2}:v]overlay=enable='between(t,${from},${to})'[${out}]`)
  }
  return chains.join(';')
}

/** The mark, the lines, the code. */
function spanOf(layer: number): readonly [number, number] {
  if (layer === 0) return [0, 24]
  if (layer > LINES.length) return [20, 24]
  return [(layer - 1) * LINE_SECONDS, layer * LINE_SECONDS - 0.04]
}

async function drawLayers(folder: string): Promise<readonly string[]> {
  const bodies = [
    `${words(36, 60, 34, '抖音', 'start')}${words(36, 96, 22, '抖音号：demo123', 'start')}`,
    ...LINES.map((line) => words(640, 670, 46, line, 'middle')),
    await codeLayer(),
  ]
  return await Promise.all(
    bodies.map(async (body, index) => {
      const path = join(folder, `layer${index}.png`)
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720">${body}</svg>`
      await sharp(Buffer.from(svg)).png().toFile(path)
      return path
    }),
  )
}

function words(x: number, y: number, size: number, text: string, anchor: string): string {
  return `<text x="${x}" y="${y}" font-family="${CHINESE_FAMILY}" font-size="${size}" text-anchor="${anchor}" fill="#fff" stroke="#000" stroke-width="5" paint-order="stroke">${text}</text>`
}

async function codeLayer(): Promise<string> {
  const { symbol } = await writeBarcode('https://example.com/join?group=42', { format: 'QRCode' })
  const cell = 9
  const cells = Array.from(symbol.data).map((value, at) => {
    if (value !== 0) return ''
    const [x, y] = [at % symbol.width, Math.floor(at / symbol.width)]
    return `<rect x="${480 + x * cell}" y="${180 + y * cell}" width="${cell}" height="${cell}"/>`
  })
  return `<rect x="440" y="140" width="400" height="400" fill="#fff"/>${cells.join('')}`
}
