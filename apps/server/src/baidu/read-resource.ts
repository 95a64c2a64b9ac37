/**
 * A material of the feed, as `submitresource` takes it. Pure.
 *
 * Source: https://github.com/swan-team/swan-docs, serverapi/submitresource.md, type.md
 */

import type { MaterialForm } from '../materials/material-form.ts'
import { materialForm } from '../materials/material-form.ts'
import type { Fields } from '../wechat/dialect.ts'
import { hasHan, type Problem, Reading } from './fields.ts'
import { FEED_LIMITS, type PictureLimit } from './limits.ts'

export interface PictureToCheck {
  readonly field: string
  readonly address: string
  /** One of these must fit. */
  readonly limits: readonly PictureLimit[]
}

export interface ReadSubmission {
  readonly path: string
  readonly form: MaterialForm
  readonly pictures: readonly PictureToCheck[]
  readonly problems: readonly Problem[]
}

const KINDS: Readonly<Record<string, MaterialForm['kind']>> = {
  1002: 'video',
  1004: 'audio',
  1008: 'video',
  1009: 'answer',
}
const KINDS_OF_TYPE: Readonly<Record<string, MaterialForm['kind']>> = {
  1000: 'article',
  2000: 'service',
  3000: 'tool',
  4000: 'tool',
}
const CONTENT = '1000'
/** A year, a month and a day in Chinese; Baidu's own examples have spaces in it. */
const DAY = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/

/** `now`: for how old a publication is, epoch ms. */
export function readResource(fields: Fields, now: number): ReadSubmission {
  const reading = new Reading(fields)
  const title = reading.sized('title', FEED_LIMITS.title)
  if (title !== '' && !hasHan(title)) reading.refuse('title: purely foreign')
  if (/[。．.]$/.test(title)) reading.refuse('title: ends with a full stop')
  const body = reading.sized('body', [1, FEED_LIMITS.body])
  const path = reading.sized('path', [1, FEED_LIMITS.path])
  const type = readTypes(reading)
  const first = reading.required('feed_type')
  const second = reading.optional('feed_sub_type')
  readTags(reading)
  const images = readImages(reading)
  const ext = readExt(reading, type, now)
  const form = materialForm.parse({
    kind: KINDS[type.sub] ?? KINDS_OF_TYPE[type.main] ?? 'article',
    title,
    blocks: ext.blocks.length > 0 ? ext.blocks : toParagraphs(body),
    ...(first === '' ? {} : { channel: { first, ...(second === '' ? {} : { second }) } }),
    ...(ext.publishedAt === null ? {} : { publishedAt: ext.publishedAt }),
    ...(images[0] === undefined ? {} : { cover: images[0] }),
  })
  const pictures = images.map((address) => ({
    ...{ field: 'images', address, limits: [FEED_LIMITS.image] },
  }))
  return { path, form, pictures, problems: reading.problems }
}

function readTypes(reading: Reading): { readonly main: string; readonly sub: string } {
  const main = reading.required('mapp_type')
  const sub = reading.required('mapp_sub_type')
  const subs = Object.entries(FEED_LIMITS.types).find(([type]) => type === main)?.[1]
  if (main !== '' && subs === undefined) reading.refuse(`mapp_type: ${main} is not in the list`)
  if (subs !== undefined && sub !== '' && !subs.some((one) => String(one) === sub)) {
    reading.refuse(`mapp_sub_type: ${sub} is not of ${main}: ${subs.join(', ')}`)
  }
  return { main, sub }
}

function readTags(reading: Reading): void {
  const tags = reading.optional('tags')
  const { tags: most, tagsLength } = FEED_LIMITS
  if ([...tags].length > tagsLength) {
    reading.refuse(`tags: ${[...tags].length} characters, at most ${tagsLength}`)
  }
  const count = tags.split(',').filter((tag) => tag !== '').length
  if (count > most) reading.refuse(`tags: ${count}, at most ${most}`)
}

function readImages(reading: Reading): readonly string[] {
  const value = reading.json('images', reading.required('images'))
  if (value === undefined) return []
  const [least, most] = FEED_LIMITS.images
  const images = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  if (images.length < least || images.length > most) {
    reading.refuse(`images: ${images.length}, ${least} to ${most} are allowed`)
  }
  for (const image of images.slice(0, most)) {
    if (!URL.canParse(image)) reading.refuse(`images: ${image} is no address`)
    else if (!FEED_LIMITS.suffixes.some((suffix) => new URL(image).pathname.endsWith(suffix))) {
      reading.refuse(`images: ${image} ends with none of ${FEED_LIMITS.suffixes.join(', ')}`)
    }
  }
  return images.slice(0, most)
}

interface Ext {
  readonly blocks: readonly object[]
  /** ISO 8601 day. */
  readonly publishedAt: string | null
}

function readExt(
  reading: Reading,
  { main, sub }: { readonly main: string; readonly sub: string },
  now: number,
): Ext {
  const value = reading.json('ext')
  const ext = typeof value === 'object' && value !== null ? (value as Fields) : {}
  const blocks = readItems(ext.content_items)
  if (main !== CONTENT) return { blocks, publishedAt: null }
  const publishedAt = readDay(reading, ext.publish_time)
  const limit = Object.entries(FEED_LIMITS.freshMs).find(([type]) => type === sub)?.[1]
  if (publishedAt !== null && limit !== undefined && now - Date.parse(publishedAt) > limit) {
    const days = Math.round(limit / 86_400_000)
    reading.refuse(`ext.publish_time: ${publishedAt} is more than ${days} days ago`)
  }
  return { blocks, publishedAt }
}

function readDay(reading: Reading, value: unknown): string | null {
  const [, year, month = '', day = ''] = DAY.exec(typeof value === 'string' ? value : '') ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (year !== undefined && !Number.isNaN(Date.parse(iso))) return iso
  reading.refuse('ext.publish_time: missing, or not of the form YYYY年M月D日')
  return null
}

const MOST_ITEMS = 500

function readItems(value: unknown): readonly object[] {
  if (!Array.isArray(value)) return []
  return value.slice(0, MOST_ITEMS).flatMap((item: { type?: unknown; data?: unknown }) => {
    if (typeof item?.data !== 'string') return []
    if (item.type === 'text') return toParagraphs(item.data)
    return item.type === 'image' ? [{ kind: 'picture', src: item.data.slice(0, 2000) }] : []
  })
}

export function toParagraphs(text: string): readonly object[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'paragraph', text: line.trim().slice(0, 100_000) }))
}
