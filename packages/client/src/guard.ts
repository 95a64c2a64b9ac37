/**
 * What stands before a handler: the texts of a request are checked, and it goes on or is refused.
 *
 * Neutral of any framework: request in, outcome out. Nothing unknown passes unless the options say
 * so: content in doubt is refused, and so is everything while the server cannot be asked.
 */

import type { Client, Scene, TextAnswer } from './types.ts'

/** The texts of one request; null when it brings none. */
export interface GuardedTexts {
  readonly content: string
  readonly openid: string
  readonly title?: string | undefined
  readonly nickname?: string | undefined
  readonly signature?: string | undefined
}

export interface GuardOptions<Request> {
  readonly client: Pick<Client, 'checkText'>
  /** What of the request is content, and who wrote it. */
  readonly read: (request: Request) => GuardedTexts | null | Promise<GuardedTexts | null>
  readonly scene?: Scene | undefined
  /** `accept` lets it on, and the handler looks at the answer; `refuse` when absent. */
  readonly whenDoubtful?: 'refuse' | 'accept' | undefined
  /** `accept` lets everything on while there is no answer; `refuse` when absent. */
  readonly whenDown?: 'refuse' | 'accept' | undefined
  /** Told of each failed check, for a log. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** Sent to the caller as JSON. */
export interface Refusal {
  readonly code: 'CONTENT_REFUSED' | 'CONTENT_IN_REVIEW' | 'CONTENT_NOT_CHECKED'
  readonly message: { readonly zh: string; readonly en: string }
  readonly label: number | null
  readonly traceId: string | null
}

export type Guarded =
  /** `answer` null: there was nothing to check, or no answer and `whenDown` accepts. */
  | { readonly kind: 'on'; readonly answer: TextAnswer | null }
  | { readonly kind: 'refused'; readonly status: 422 | 503; readonly body: Refusal }

const MESSAGES: Readonly<Record<Refusal['code'], Refusal['message']>> = {
  CONTENT_REFUSED: {
    zh: '内容不符合发布要求，请修改后重试。',
    en: 'The content does not meet the rules. Change it and try again.',
  },
  CONTENT_IN_REVIEW: {
    zh: '内容需要人工审核，请等待结果。',
    en: 'A person has to look at the content. Wait for the result.',
  },
  CONTENT_NOT_CHECKED: {
    zh: '内容暂时无法检测，请稍后再试。',
    en: 'The content cannot be checked at the moment. Try again later.',
  },
}

export type Guard<Request> = (request: Request) => Promise<Guarded>

export function createGuard<Request>(options: GuardOptions<Request>): Guard<Request> {
  const { client, read, scene, whenDoubtful = 'refuse', whenDown = 'refuse', onError } = options

  return async (request) => {
    const texts = await read(request)
    if (texts === null) return { kind: 'on', answer: null }
    let answer: TextAnswer
    try {
      answer = await client.checkText({ ...texts, scene })
    } catch (error) {
      onError?.(error)
      return whenDown === 'accept' ? { kind: 'on', answer: null } : refuse('CONTENT_NOT_CHECKED')
    }
    if (answer.suggest === 'risky') return refuse('CONTENT_REFUSED', answer)
    const isRefused = answer.suggest === 'review' && whenDoubtful === 'refuse'
    return isRefused ? refuse('CONTENT_IN_REVIEW', answer) : { kind: 'on', answer }
  }
}

function refuse(code: Refusal['code'], answer: TextAnswer | null = null): Guarded {
  const body = {
    code,
    message: MESSAGES[code],
    label: answer?.label ?? null,
    traceId: answer?.traceId ?? null,
  }
  return { kind: 'refused', status: code === 'CONTENT_NOT_CHECKED' ? 503 : 422, body }
}
