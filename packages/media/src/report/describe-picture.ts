/**
 * What was seen in a picture, one sentence a fact, for people: with the number and its unit.
 *
 * In the order of the facts; facts that were not asked for are left out, missing ones come last with
 * their reason. Pure. Says what is there, not whether that is allowed.
 */

import type { PictureQuality, SeenPicture, Wording } from '@fangxing/contract'

export function describePicture(seen: SeenPicture): readonly Wording[] {
  return [
    ...describeFormat(seen),
    ...(seen.quality ? describeQuality(seen.quality) : []),
    ...describeFound(seen),
    ...describeKnown(seen),
    ...describeClasses(seen),
    ...seen.missing.map(({ fact, because }) => ({
      zh: `未检测 ${fact}：${because.zh}`,
      en: `not seen, ${fact}: ${because.en}`,
    })),
  ]
}

function describeFormat({ format }: SeenPicture): Wording[] {
  if (!format) return []
  const { type, width, height, frames, bytes } = format
  const size = `${type} ${width}×${height}, ${Math.ceil(bytes / 1024)} KB`
  if (frames === 1) return [{ zh: size, en: size }]
  return [{ zh: `${size}，${frames} 帧`, en: `${size}, ${frames} frames` }]
}

function describeQuality(quality: PictureQuality): Wording[] {
  const { sharpness, upscaling, brightness, contrast, dominantShare, borderShare } = quality
  return [
    {
      zh: `清晰度 ${round(sharpness)}，放大倍数 ${round(upscaling)}，亮度 ${round(brightness)}，对比度 ${round(contrast)}`,
      en: `sharpness ${round(sharpness)}, enlarged ${round(upscaling)} times, brightness ${round(brightness)}, contrast ${round(contrast)}`,
    },
    {
      zh: `最多的一种颜色占 ${percent(dominantShare)}，纯色边框占 ${percent(borderShare)}`,
      en: `the most frequent colour takes ${percent(dominantShare)}, plain borders ${percent(borderShare)}`,
    },
  ]
}

function describeFound({
  codes = [],
  words = [],
  wordShare,
  watermarks = [],
  table,
}: SeenPicture): Wording[] {
  const lines: Wording[] = codes.map(({ symbology, content }) => ({
    zh: `发现码 ${symbology}：${content ?? '未解码'}`,
    en: `a code, ${symbology}: ${content ?? 'not decoded'}`,
  }))
  if (words.length > 0) {
    const text = words.map((word) => word.text).join(' / ')
    const share = wordShare === undefined ? '' : `（${percent(wordShare)}）`
    lines.push({ zh: `文字${share}：${text}`, en: `words${share}: ${text}` })
  }
  for (const { text, platform, spot } of watermarks) {
    const name = platform === undefined ? text : `${text}（${platform}）`
    lines.push({ zh: `水印：${name}，${spot}`, en: `a watermark: ${name}, ${spot}` })
  }
  if (table) {
    const { rows, columns } = table
    lines.push({ zh: `表格 ${rows} 行 ${columns} 列`, en: `a table of ${rows} by ${columns}` })
  }
  return lines
}

function describeKnown({ known = [] }: SeenPicture): Wording[] {
  return known.map(({ bank, label, kind, distance }) => ({
    zh: `与图片库 ${bank} 中的“${label}”相近（${kind === 'deny' ? '禁止' : '允许'}，相差 ${distance}/256 位）`,
    en: `like “${label}” of the bank ${bank} (${kind}, ${distance} of 256 bits differ)`,
  }))
}

function describeClasses({ classes = [], answers = [] }: SeenPicture): Wording[] {
  const lines: Wording[] = []
  if (classes.length > 0) {
    const scores = classes.map(({ name, score }) => `${name} ${score.toFixed(2)}`).join(', ')
    lines.push({ zh: `分类得分：${scores}`, en: `scores by class: ${scores}` })
  }
  for (const { question, answer, because } of answers) {
    const told = `${question}: ${answer}${because === '' ? '' : `（${because}）`}`
    lines.push({ zh: `视觉模型 ${told}`, en: `vision model, ${told}` })
  }
  return lines
}

function round(value: number | undefined): string {
  if (value === undefined) return '–'
  return Number(value.toPrecision(3)).toString()
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
