/**
 * A model's answer as scores, or why it is none.
 *
 * Every question has exactly one answer between 0 and 1, and both checks are answered rightly: else
 * nothing of it counts. Text around the object (a fence of code) is let pass, other fields are not read.
 */

import type { Wording } from '@fangxing/contract'
import { z } from 'zod'
import type { AskedQuestion } from './write-prompt.ts'

const LONGEST_REASON = 500
const MIDDLE = 0.5

const reply = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})
const answers = z.object({
  answers: z.array(
    z.object({
      id: z.string(),
      score: z.number().min(0).max(1),
      because: z.string().default(''),
    }),
  ),
})

export interface ScoredAnswer {
  readonly score: number
  readonly because: string
}

export type ReadAnswers =
  | { readonly kind: 'answers'; readonly byId: ReadonlyMap<string, ScoredAnswer> }
  | { readonly kind: 'none'; readonly because: Wording }

export function readAnswers(text: string, asked: readonly AskedQuestion[]): ReadAnswers {
  const content = reply.safeParse(parse(text)).data?.choices[0]?.message.content
  if (content === undefined) return none('不是约定的格式', 'is not of the agreed form')
  const read = answers.safeParse(parse(objectIn(content)))
  if (!read.success) return none('不是约定的 JSON', 'is not the JSON that was asked for')
  const byId = new Map<string, ScoredAnswer>()
  for (const { id, score, because } of read.data.answers) {
    if (byId.has(id)) return none(`两次回答了 ${id}`, `answers ${id} twice`)
    byId.set(id, { score, because: because.slice(0, LONGEST_REASON) })
  }
  const missing = asked.find(({ id }) => !byId.has(id))
  if (missing !== undefined) return none(`没有回答 ${missing.id}`, `lacks ${missing.id}`)
  const isSound = asked.every(({ id, expected }) => {
    const score = byId.get(id)?.score ?? MIDDLE
    return expected === null || (expected === 'high' ? score > MIDDLE : score < MIDDLE)
  })
  return isSound
    ? { kind: 'answers', byId }
    : none('连有标准答案的检查题也答错了', 'fails the checks whose answers are known')
}

function none(zh: string, en: string): ReadAnswers {
  return {
    kind: 'none',
    because: { zh: `模型的回答${zh}，没有采用。`, en: `The model's answer ${en}: it is not used.` },
  }
}

/** From the first brace to the last. */
function objectIn(content: string): string {
  return content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
