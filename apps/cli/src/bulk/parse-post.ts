/**
 * One line of a bulk file as what somebody wrote: a JSON object, or a JSON string for a text alone.
 *
 * `content` (or `text`), and as the server names them `title`, `nickname`, `signature`, `scene`;
 * `id` comes back with the verdict. Other fields are not looked at.
 */

import type { Wording } from '@fangxing/contract'
import { z } from 'zod'

export interface Post {
  /** As it was given: a string or a number; null when there was none. */
  readonly id: string | number | null
  /** Null: as the command says. */
  readonly scene: number | null
  readonly texts: readonly { readonly field: string; readonly text: string }[]
}

export type Parsed =
  | { readonly ok: true; readonly post: Post }
  | { readonly ok: false; readonly because: Wording }

const text = z.string().nullish()

const post = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  scene: z.number().int().min(1).max(4).nullish(),
  ...{ content: text, text, title: text, nickname: text, signature: text },
})

const TOO_LONG = { zh: '这一行太长。', en: 'The line is too long.' }
const NOT_TEXT = { zh: '这一行不是 UTF-8 文本。', en: 'The line is not UTF-8 text.' }
const NOT_JSON = { zh: '这一行不是 JSON。', en: 'The line is not JSON.' }
const NO_TEXT = { zh: '没有 content 字段。', en: 'There is no content.' }

const decoder = new TextDecoder('utf-8', { fatal: true })

/** `bytes` null: longer than a line may be. */
export function parsePost(bytes: Uint8Array | null): Parsed {
  if (bytes === null) return { ok: false, because: TOO_LONG }
  let line: string
  try {
    line = decoder.decode(bytes)
  } catch {
    return { ok: false, because: NOT_TEXT }
  }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { ok: false, because: NOT_JSON }
  }
  return toPost(typeof value === 'string' ? { content: value } : value)
}

function toPost(value: unknown): Parsed {
  const parsed = post.safeParse(value)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? ''
    return {
      ok: false,
      because: { zh: `字段 ${field} 不对。`, en: `The field ${field} is not right.` },
    }
  }
  const { id, scene, text: alias, ...fields } = parsed.data
  const content = fields.content ?? alias
  if (typeof content !== 'string') return { ok: false, because: NO_TEXT }
  const texts = Object.entries({ ...fields, content }).flatMap(([field, said]) =>
    typeof said === 'string' && said !== '' ? [{ field, text: said }] : [],
  )
  return { ok: true, post: { id: id ?? null, scene: scene ?? null, texts } }
}
