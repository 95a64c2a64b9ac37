/**
 * What stands before a handler: the texts of a request are checked, and it goes on or is refused.
 *
 * Neutral of any framework: request in, outcome out. Nothing unknown passes unless the options say
 * so: content in doubt is refused, and so is everything while the server cannot be asked. What its
 * writer made so that it cannot be checked is refused whatever the options say.
 */

import { ClientError, type ClientErrorCode } from './errors.ts'
import type { Client, Scene, TextAnswer } from './types.ts'

/** The texts of one request. All may be blank: then there is nothing to check. */
export interface GuardedTexts {
  readonly content: string
  readonly openid: string
  readonly title?: string | undefined
  readonly nickname?: string | undefined
  readonly signature?: string | undefined
}

export interface GuardOptions<Request> {
  readonly client: Pick<Client, 'checkText'>
  /** What of the request is content, and who wrote it; null when it brings none. */
  readonly read: (request: Request) => GuardedTexts | null | Promise<GuardedTexts | null>
  readonly scene?: Scene | undefined
  /** `accept` lets it on, and the handler looks at the answer; `refuse` when absent. */
  readonly whenDoubtful?: 'refuse' | 'accept' | undefined
  /** `accept` lets on what nobody could be asked about, as unchecked; `refuse` when absent. */
  readonly whenDown?: 'refuse' | 'accept' | undefined
  /** Told of each failed check, for a log. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** Sent to the caller as JSON. */
export interface Refusal {
  readonly code: 'CONTENT_REFUSED' | 'CONTENT_IN_REVIEW' | 'CONTENT_UNFIT' | 'CONTENT_NOT_CHECKED'
  readonly message: { readonly zh: string; readonly en: string }
  readonly label: number | null
  readonly traceId: string | null
}

export type Guarded =
  /** `answer` null: there was nothing to check; or there was, and nobody could be asked. */
  | { readonly kind: 'on'; readonly answer: TextAnswer | null; readonly isUnchecked: boolean }
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
  CONTENT_UNFIT: {
    zh: '内容无法检测，可能太长，请修改后重试。',
    en: 'The content cannot be checked, it may be too long. Change it and try again.',
  },
  CONTENT_NOT_CHECKED: {
    zh: '内容暂时无法检测，请稍后再试。',
    en: 'The content cannot be checked at the moment. Try again later.',
  },
}

export type Guard<Request> = (request: Request) => Promise<Guarded>

const NOTHING: Guarded = { kind: 'on', answer: null, isUnchecked: false }

/** Malformed, no such user or not seen lately, too long: another try is answered alike. */
const BY_WRITER: ReadonlySet<ClientErrorCode> = new Set([
  ...[47001, 40003, 43104, 61010, 45002],
  'TOO_LARGE',
])

export function createGuard<Request>(options: GuardOptions<Request>): Guard<Request> {
  const { client, read, scene, whenDoubtful = 'refuse', whenDown = 'refuse', onError } = options

  return async (request) => {
    const given = await read(request)
    if (given === undefined) throw new TypeError('read gave undefined: texts, or null for none')
    const texts = given === null ? null : withContent(given)
    if (texts === null) return NOTHING
    let answer: TextAnswer
    try {
      answer = await client.checkText({ ...texts, scene })
    } catch (error) {
      onError?.(error)
      if (error instanceof ClientError && BY_WRITER.has(error.code)) return refuse('CONTENT_UNFIT')
      if (whenDown === 'refuse') return refuse('CONTENT_NOT_CHECKED')
      return { kind: 'on', answer: null, isUnchecked: true }
    }
    if (answer.suggest === 'risky') return refuse('CONTENT_REFUSED', answer)
    const isRefused = answer.suggest === 'review' && whenDoubtful === 'refuse'
    return isRefused
      ? refuse('CONTENT_IN_REVIEW', answer)
      : { kind: 'on', answer, isUnchecked: false }
  }
}

/** A post may have a title only: the server asks for content. Null when all are blank. */
function withContent(texts: GuardedTexts): GuardedTexts | null {
  const { content, title, nickname, signature } = texts
  const first = [content, title, nickname, signature].find((text) => text && text.trim() !== '')
  return first === undefined ? null : { ...texts, content: content || first }
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
