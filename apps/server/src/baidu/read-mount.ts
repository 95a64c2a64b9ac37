/**
 * A card that authors put into their articles, as `articlemount/material/add` takes it. Pure.
 *
 * Source: https://github.com/baidu/smartapp-openapi-go, articlemount material add and modify
 */

import { materialForm } from '../materials/material-form.ts'
import type { Fields } from '../wechat/dialect.ts'
import { hasHan, Reading } from './fields.ts'
import { MOUNT_LIMITS, type PictureLimit } from './limits.ts'
import { type PictureToCheck, type ReadSubmission, toParagraphs } from './read-resource.ts'

export function readMount(fields: Fields): ReadSubmission {
  const reading = new Reading(fields)
  const title = reading.sized('title', MOUNT_LIMITS.title)
  if (title !== '' && !hasHan(title)) reading.refuse('title: all English')
  const path = reading.required('path')
  reading.required('category1Code')
  reading.required('category2Code')
  const desc = reading.optional('desc')
  if (desc !== '') reading.sized('desc', MOUNT_LIMITS.desc, desc)
  const { labels, labelLength, discountLength, buttonLength } = MOUNT_LIMITS
  reading.list('labelAttr', '/', { most: labels, each: labelLength })
  reading.list('labelDiscount', '/', { most: 1, each: discountLength })
  const button = reading.optional('buttonName')
  if (button !== '') reading.sized('buttonName', [1, buttonLength], button)
  reading.json('extJson')
  const image = readAddress(reading, 'imageUrl', reading.required('imageUrl'))
  const pictures = [
    ...toCheck('imageUrl', image, MOUNT_LIMITS.image),
    ...toCheck('bigImage', readAddress(reading, 'bigImage'), MOUNT_LIMITS.bigImage),
    ...toCheck('verticalImage', readAddress(reading, 'verticalImage'), MOUNT_LIMITS.verticalImage),
  ]
  const form = materialForm.parse({
    ...{ kind: 'service', title, blocks: toParagraphs(desc) },
    ...(image === '' ? {} : { cover: image }),
  })
  return { path, form, pictures, problems: reading.problems }
}

function readAddress(reading: Reading, name: string, value = reading.optional(name)): string {
  if (value === '') return ''
  if (value.length > MOUNT_LIMITS.url) {
    reading.refuse(`${name}: ${value.length} characters, at most ${MOUNT_LIMITS.url}`)
  } else if (!URL.canParse(value)) reading.refuse(`${name}: no address`)
  else return value
  return ''
}

function toCheck(field: string, address: string, limit: PictureLimit): readonly PictureToCheck[] {
  return address === '' ? [] : [{ field, address, limits: [limit] }]
}
