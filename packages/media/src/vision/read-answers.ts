/**
 * What a chat model said, as answers. Trusts nothing: any text comes back as answers or as null.
 */

import type { VisionAnswer } from '@fangxing/contract'

export type Answer = Pick<VisionAnswer, 'answer' | 'because'>

/** A sentence is asked for; a model that writes a page is cut. */
const MAX_BECAUSE = 200

/** By question id. Null when the reply holds no JSON object of the asked form. */
export function readAnswers(reply: string): ReadonlyMap<string, Answer> | null {
  const content = contentOf(parse(reply))
  if (content === null) return null
  // Models like to wrap JSON in a fence or a sentence: from the first brace to the last.
  const said = parse(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1))
  if (!isObject(said)) return null
  const answers = new Map<string, Answer>()
  for (const [id, value] of Object.entries(said)) answers.set(id, answerOf(value))
  return answers
}

function answerOf(value: unknown): Answer {
  const { answer, because } = isObject(value) ? value : { answer: value, because: '' }
  const told = typeof because === 'string' ? because.slice(0, MAX_BECAUSE) : ''
  return { answer: answer === 'yes' || answer === 'no' ? answer : 'unsure', because: told }
}

function contentOf(reply: unknown): string | null {
  if (!isObject(reply) || !Array.isArray(reply.choices)) return null
  const [first] = reply.choices as readonly unknown[]
  const message = isObject(first) ? first.message : null
  return isObject(message) && typeof message.content === 'string' ? message.content : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
