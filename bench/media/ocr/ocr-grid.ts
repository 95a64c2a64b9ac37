/**
 * Pictures of Chinese words, by rule: font × size × colours × rotation, and what was written on each.
 *
 * Three lines a picture, the same in every run: words that people put into pictures, with digits and
 * Latin letters among them. Drawn from SVG with fonts out of npm packages, saved as JPEG.
 */

import { join } from 'node:path'
import sharp from 'sharp'
import { useChineseType } from '../../../packages/media/test/chinese-type.ts'

export interface OcrCase {
  readonly font: (typeof FONTS)[number]
  /** Pixels. */
  readonly size: number
  readonly colours: keyof typeof COLOURS
  /** Degrees. */
  readonly rotation: number
  readonly lines: readonly string[]
}

export const FONTS = ['ZCOOL XiaoWei', 'ZCOOL QingKe HuangYou'] as const
export const SIZES = [14, 20, 32, 56]
export const ROTATIONS = [0, 4, 15, 90]

/** Background, ink, and whether the background is a texture. */
export const COLOURS = {
  'black on white': { ground: '#ffffff', ink: '#111111', isTextured: false },
  'white on red': { ground: '#c4161c', ink: '#ffffff', isTextured: false },
  'grey on pale grey': { ground: '#e8e8e8', ink: '#a0a0a0', isTextured: false },
  'yellow on a scene': { ground: '#35506b', ink: '#ffe23d', isTextured: true },
} as const

const TEXTS = [
  '扫描二维码加入粉丝福利群',
  '限时优惠最后三天手慢无',
  '加微信abc138领取红包',
  '专业办理各类证件',
  '图片来源网络侵权必删',
  '今天的天气特别适合出门',
  '客服电话400820 8820',
  '点击下方链接立即购买',
  '本店所有商品七天无理由退换',
  '关注公众号获取更多资料',
  '家常红烧肉的做法步骤',
  '内容安全审核平台上线',
]

const QINGKE = [
  '@fontsource',
  'zcool-qingke-huangyou',
  'files',
  'zcool-qingke-huangyou-chinese-simplified-400-normal.woff',
]
const XIAOWEI = [
  '@fontsource',
  'zcool-xiaowei',
  'files',
  'zcool-xiaowei-chinese-simplified-400-normal.woff',
]

/** Has to run before the first picture is drawn in the process. */
export function useGridFonts(): void {
  useChineseType([join(...XIAOWEI), join(...QINGKE)])
}

export function ocrGrid(): readonly OcrCase[] {
  let next = 0
  const takeLines = (): readonly string[] =>
    Array.from({ length: 3 }, () => TEXTS[next++ % TEXTS.length] ?? '')
  return FONTS.flatMap((font) =>
    SIZES.flatMap((size) =>
      (Object.keys(COLOURS) as (keyof typeof COLOURS)[]).flatMap((colours) =>
        ROTATIONS.map((rotation) => ({ font, size, colours, rotation, lines: takeLines() })),
      ),
    ),
  )
}

export function describeOcrCase({ font, size, colours, rotation }: OcrCase): string {
  return `${font}, ${size} px, ${colours}, ${rotation}°`
}

export async function drawOcrCase(one: OcrCase): Promise<Buffer> {
  const { ground, ink, isTextured } = COLOURS[one.colours]
  const longest = Math.max(...one.lines.map((line) => line.length))
  const block = { width: longest * one.size, height: one.lines.length * one.size * 1.8 }
  const turn = (one.rotation * Math.PI) / 180
  const width = across(block, turn) + 2 * one.size
  const height = across({ width: block.height, height: block.width }, turn) + 2 * one.size
  const texts = one.lines.map((line, index) => {
    const y = height / 2 - block.height / 2 + (index + 0.75) * one.size * 1.8
    return `<text x="${width / 2 - block.width / 2}" y="${y}">${line}</text>`
  })
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="${ground}"/>${isTextured ? sceneOf(width, height) : ''}` +
    `<g font-family="${one.font}" font-size="${one.size}" fill="${ink}" ` +
    `transform="rotate(${one.rotation} ${width / 2} ${height / 2})">${texts.join('')}</g></svg>`
  return await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}

function across({ width, height }: { width: number; height: number }, turn: number): number {
  return Math.ceil(width * Math.abs(Math.cos(turn)) + height * Math.abs(Math.sin(turn)))
}

/** Discs of several sizes and shades behind the words. */
function sceneOf(width: number, height: number): string {
  let state = 7
  const next = (): number => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  return Array.from({ length: 60 }, () => {
    const shade = Math.round(40 + next() * 70)
    const radius = 6 + next() ** 3 * 90
    return `<circle cx="${next() * width}" cy="${next() * height}" r="${radius}" fill="rgb(${shade},${shade + 20},${shade + 30})"/>`
  }).join('')
}
