/**
 * The pictures of one made-up article that breaks the rules for pictures, one way or more in each.
 *
 * Drawn here, the same in every run. The poster at the end is a re-encoded, smaller copy of a picture
 * that stands in a bank of pictures to deny.
 */

import sharp, { type Sharp } from 'sharp'
import { writeBarcode } from 'zxing-wasm/writer'
import { CHINESE_FAMILY } from '../../../packages/media/test/chinese-type.ts'
import { prepareWriter } from '../../../packages/media/test/code-writer.ts'

export interface ArticlePicture {
  readonly name: string
  readonly bytes: Buffer
}

export async function drawBadArticle(): Promise<readonly ArticlePicture[]> {
  const scene = await toPng(900, 600, sceneOf(900, 600))
  const poster = await drawPoster()
  return [
    { name: '1 封面：模糊', bytes: await blurred(scene) },
    { name: '2 带抖音水印', bytes: await toJpeg(900, 600, sceneOf(900, 600) + MARKS) },
    { name: '3 群二维码海报', bytes: await toJpeg(700, 900, await codePoster()) },
    { name: '4 文字图', bytes: await toJpeg(800, 700, WORDS) },
    { name: '5 表格截图', bytes: await toJpeg(800, 480, TABLE) },
    {
      name: '6 纯色图',
      bytes: await toJpeg(600, 400, '<rect width="600" height="400" fill="#1e6fd9"/>'),
    },
    {
      name: '7 已知违规海报',
      bytes: await sharp(poster).resize(420).jpeg({ quality: 45 }).toBuffer(),
    },
  ]
}

/** The picture that the bank knows. */
export async function drawPoster(): Promise<Buffer> {
  const bars = Array.from({ length: 14 }, (_, index) => {
    const height = 90 + ((index * 137) % 300)
    return `<rect x="${40 + index * 52}" y="${520 - height}" width="38" height="${height}" fill="hsl(${index * 40},70%,50%)"/>`
  })
  return await toPng(
    800,
    600,
    `<rect width="800" height="600" fill="#20242c"/><circle cx="610" cy="150" r="110" fill="#f4c430"/>` +
      `${bars.join('')}${words(60, 580, 44, '稳赚不赔 内部名额', '#ff5252')}`,
  )
}

const MARKS =
  words(28, 50, 30, '抖音', '#ffffff') +
  words(28, 84, 20, '抖音号：demo123', '#ffffff') +
  words(720, 580, 22, '@某某的日常', '#ffffff')

async function codePoster(): Promise<string> {
  await prepareWriter()
  const { symbol } = await writeBarcode('https://example.com/join?group=42', { format: 'QRCode' })
  const cell = 9
  const cells: string[] = []
  for (let at = 0; at < symbol.data.length; at += 1) {
    if (symbol.data[at] !== 0) continue
    const x = 220 + (at % symbol.width) * cell
    const y = 380 + Math.floor(at / symbol.width) * cell
    cells.push(`<rect x="${x}" y="${y}" width="${cell}" height="${cell}"/>`)
  }
  return (
    '<rect width="700" height="900" fill="#c4161c"/>' +
    words(90, 150, 72, '扫码进群领红包', '#ffe9a8') +
    words(180, 240, 44, '客服微信 abc12345', '#ffffff') +
    `<rect x="180" y="340" width="340" height="340" fill="#fff"/>${cells.join('')}` +
    words(180, 780, 40, '名额有限 手慢无', '#ffffff')
  )
}

const WORDS = `<rect width="800" height="700" fill="#fff"/>${[
  '震惊！这样吃竟然能多活二十年',
  '医生不愿意告诉你的秘密',
  '转发到三个群即可领取资料',
  '电话 13800138000 随时咨询',
  '本文仅供参考',
]
  .map((line, index) => words(60, 130 + index * 110, 46, line, '#222'))
  .join('')}`

const TABLE = `<rect width="800" height="480" fill="#fff"/>${Array.from(
  { length: 6 },
  (_, row) => `<path d="M60 ${60 + row * 72}H740" stroke="#333" stroke-width="2"/>`,
).join('')}${Array.from(
  { length: 5 },
  (_, column) => `<path d="M${60 + column * 170} 60V420" stroke="#333" stroke-width="2"/>`,
).join('')}${['品名', '规格', '单价', '库存']
  .map((title, column) => words(100 + column * 170, 108, 30, title, '#222'))
  .join('')}`

function words(x: number, y: number, size: number, text: string, colour: string): string {
  return `<text x="${x}" y="${y}" font-family="${CHINESE_FAMILY}" font-size="${size}" fill="${colour}">${text}</text>`
}

/** Hills and a sun with a little texture. */
function sceneOf(width: number, height: number): string {
  const grass = Array.from({ length: 220 }, (_, index) => {
    const x = (index * 97) % width
    const y = height * 0.72 + ((index * 61) % (height * 0.26))
    return `<path d="M${x} ${y}l4 -14l4 14z" fill="hsl(${95 + (index % 30)},55%,${24 + (index % 18)}%)"/>`
  })
  return (
    `<rect width="${width}" height="${height}" fill="#9cc9ee"/>` +
    `<circle cx="${width * 0.78}" cy="${height * 0.22}" r="${height * 0.09}" fill="#ffe27a"/>` +
    `<path d="M0 ${height * 0.7}L${width * 0.3} ${height * 0.3}L${width * 0.55} ${height * 0.7}z" fill="#5f7d8c"/>` +
    `<path d="M${width * 0.35} ${height * 0.7}L${width * 0.7} ${height * 0.38}L${width} ${height * 0.7}z" fill="#4a6673"/>` +
    `<rect y="${height * 0.7}" width="${width}" height="${height * 0.3}" fill="#5c8f3e"/>${grass.join('')}`
  )
}

async function blurred(bytes: Buffer): Promise<Buffer> {
  return await sharp(bytes).blur(5).jpeg({ quality: 60 }).toBuffer()
}

function open(width: number, height: number, body: string): Sharp {
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`,
    ),
  )
}

async function toPng(width: number, height: number, body: string): Promise<Buffer> {
  return await open(width, height, body).png().toBuffer()
}

async function toJpeg(width: number, height: number, body: string): Promise<Buffer> {
  return await open(width, height, body).jpeg({ quality: 82 }).toBuffer()
}
