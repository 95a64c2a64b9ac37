/**
 * One request to an OpenAI-compatible endpoint, and its answer as text.
 *
 * Never follows a redirect, reads a bounded answer, does not retry. Time-out, refusal and a
 * connection that fails reject with `ModelUnavailable`, naming the endpoint; a cancelled request
 * rejects with what cancelled it.
 */

import type { Wording } from '@fangxing/contract'
import { ModelUnavailable } from '../observe/model-unavailable.ts'
import { readReply } from './read-reply.ts'

export interface ModelEndpoint {
  readonly url: string
  readonly key?: string | undefined
}

export interface ModelRequest {
  /** Below the endpoint's address, with its slash. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body: string | FormData
  readonly seconds: number
  /** Bytes. */
  readonly maxReply: number
  /** What the endpoint is called in sentences. */
  readonly name: Wording
}

export async function postToModel(
  { url, key }: ModelEndpoint,
  { path, headers = {}, body, seconds, maxReply, name }: ModelRequest,
  signal: AbortSignal | undefined,
): Promise<string> {
  const timeout = AbortSignal.timeout(seconds * 1000)
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}${path}`, {
      method: 'POST',
      redirect: 'error',
      headers: key === undefined ? headers : { ...headers, authorization: `Bearer ${key}` },
      body,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    if (!response.ok) throw new ModelUnavailable(refused(name, response.status))
    return await readReply(response, maxReply)
  } catch (error) {
    if (error instanceof ModelUnavailable || signal?.aborted) throw error
    const because = timeout.aborted ? late(name, seconds) : unreachable(name)
    throw new ModelUnavailable(because, { cause: error })
  }
}

function refused({ zh, en }: Wording, status: number): Wording {
  return {
    zh: `${zh}接口返回 HTTP ${status}，请检查地址、密钥和模型名`,
    en: `the ${en} endpoint answered HTTP ${status}: check its address, key and model name`,
  }
}

function late({ zh, en }: Wording, seconds: number): Wording {
  return {
    zh: `${zh}接口 ${seconds} 秒内没有回答`,
    en: `the ${en} endpoint did not answer within ${seconds} seconds`,
  }
}

function unreachable({ zh, en }: Wording): Wording {
  return {
    zh: `连接不到${zh}接口，请检查地址`,
    en: `the ${en} endpoint cannot be reached: check its address`,
  }
}
