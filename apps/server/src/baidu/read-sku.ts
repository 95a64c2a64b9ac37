/**
 * A card of a service or goods, as `server/submit/sku` takes it in a list. Pure.
 *
 * Source: https://github.com/baidu/smartapp-openapi-go, server/submit/sku
 */

import { materialForm } from '../materials/material-form.ts'
import type { Fields } from '../wechat/dialect.ts'
import { Reading } from './fields.ts'
import { SKU_LIMITS } from './limits.ts'
import { type ReadSubmission, toParagraphs } from './read-resource.ts'

export function readSku(fields: Fields): ReadSubmission {
  const reading = new Reading(fields)
  const title = reading.weighed('title', SKU_LIMITS.title)
  const desc = reading.weighed('desc', SKU_LIMITS.desc)
  const path = reading.required('path')
  if (!/^\d+$/.test(reading.required('trade_type'))) reading.refuse('trade_type: not a number')
  reading.list('tag', ';', { most: SKU_LIMITS.tags, each: SKU_LIMITS.tagLength })
  const button = reading.optional('button_name')
  const lengths: readonly number[] = SKU_LIMITS.buttonLengths
  if (button !== '' && !lengths.includes([...button].length)) {
    reading.refuse(`button_name: ${[...button].length} characters, ${lengths.join(' or ')}`)
  }
  const images = readImages(reading, fields.images)
  const price = readPrice(reading, fields.price_info)
  const card = { kind: 'card', id: path, title, ...(price === null ? {} : { price }) }
  const form = materialForm.parse({
    ...{ kind: 'service', title, blocks: [...toParagraphs(desc), card] },
    ...(images[0] === undefined ? {} : { cover: images[0] }),
  })
  const pictures = images.map((address) => ({
    ...{ field: 'images', address, limits: SKU_LIMITS.images },
  }))
  return { path, form, pictures, problems: reading.problems }
}

function readImages(reading: Reading, value: unknown): readonly string[] {
  const images = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  const [image] = images
  if (images.length !== 1 || image === undefined) {
    reading.refuse(`images: ${images.length}, exactly 1 is allowed`)
    return []
  }
  if (URL.canParse(image)) return [image]
  reading.refuse(`images: ${image.slice(0, 200)} is no address`)
  return []
}

/** An exact price or a range, not both. */
function readPrice(reading: Reading, value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const price = new Reading(value as Fields)
  const real = price.optional('real_price')
  const range = [price.optional('range_min_price'), price.optional('range_max_price')]
  const hasRange = range.some((one) => one !== '')
  if (real !== '' && hasRange)
    reading.refuse('price_info: real_price and a range exclude each other')
  if (hasRange && range.includes('')) reading.refuse('price_info: a range needs both ends')
  return real !== '' ? real : hasRange ? range.join('-') : null
}
