/**
 * The form in which a material is handed in: a JSON article, or the manifest of a page.
 *
 * One form for both: an article brings its blocks, a page brings selectors for what cannot be
 * recognised. Lengths are bounded so that nobody's form fills our memory.
 */

import { AppError, type MaterialFacts } from '@fangxing/contract'
import { z } from 'zod'

const MOST_BLOCKS = 2000
const LONGEST_TEXT = 100_000

const short = z.string().max(2000)
const selector = z.string().min(1).max(500)

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['heading', 'paragraph']), text: z.string().max(LONGEST_TEXT) }),
  z.strictObject({ kind: z.enum(['picture', 'video', 'audio']), src: short }),
  z.strictObject({
    kind: z.literal('card'),
    id: short,
    title: short,
    category: short.optional(),
    price: short.optional(),
    target: short.optional(),
    picture: short.optional(),
  }),
])

const pageManifest = z.strictObject({
  title: selector.optional(),
  content: selector.optional(),
  adverts: z
    .array(z.strictObject({ selector, isLead: z.boolean().optional() }))
    .max(50)
    .optional(),
  cards: z
    .array(
      z.strictObject({
        selector,
        id: selector.optional(),
        title: selector.optional(),
        category: selector.optional(),
        price: selector.optional(),
        target: selector.optional(),
      }),
    )
    .max(50)
    .optional(),
})

export const materialForm = z.strictObject({
  kind: z
    .enum(['article', 'gallery', 'video', 'audio', 'answer', 'ugc', 'tool', 'service'])
    .default('article'),
  title: short.optional(),
  blocks: z.array(block).max(MOST_BLOCKS).default([]),
  channel: z.strictObject({ first: short, second: short.optional() }).optional(),
  /** A day or an instant, ISO 8601. */
  publishedAt: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
  cover: short.optional(),
  postRoll: z
    .strictObject({ seconds: z.number().min(0).max(3600), closable: z.boolean() })
    .optional(),
  isFiction: z.boolean().default(false),
  /** Where things are on the page; for pages only. */
  page: pageManifest.default({}),
})

export type MaterialForm = z.infer<typeof materialForm>
export type FormBlock = MaterialForm['blocks'][number]

export const EMPTY_FORM: MaterialForm = materialForm.parse({})

/** Throws MATERIAL_MALFORMED with the field that is wrong and why. */
export function readMaterialForm(text: string): MaterialForm {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AppError('MATERIAL_MALFORMED', { because: String(cause) }, { cause })
  }
  const read = materialForm.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new AppError('MATERIAL_MALFORMED', {
    field: issue?.path.join('.') ?? '',
    because: issue?.message ?? '',
  })
}

/** What the author says of it; `blocks` as they stand in the body. */
export function toMaterialFacts(
  name: string,
  { kind, title, channel, publishedAt, cover, postRoll, isFiction }: MaterialForm,
  parts: readonly {
    kind: MaterialFacts['blocks'][number]['kind']
    text: string
    ref: string | null
  }[],
  auditedAt: number,
): MaterialFacts {
  let start = 0
  const blocks = parts.map((part) => {
    const placed = { ...part, start }
    start += part.text.length + 1
    return placed
  })
  return {
    name,
    kind,
    title: title ?? null,
    blocks,
    channel:
      channel === undefined ? null : { first: channel.first, second: channel.second ?? null },
    publishedAt: publishedAt === undefined ? null : Date.parse(publishedAt),
    auditedAt,
    cover: cover ?? null,
    postRoll: postRoll ?? null,
    isFiction,
  }
}
