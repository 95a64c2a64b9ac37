/**
 * Asks a configured model the questions of meaning that a material raises.
 *
 * Nothing that a model says breaks a clause: its opinions only send a material to a person, or leave
 * it to the others. No endpoint, no answer in time, an answer that does not hold: no opinion, with the
 * reason, and a person is asked. The same texts are asked about once; what was asked and what was
 * answered stand in the evidence.
 */

import { createHash } from 'node:crypto'
import type { SeenMaterial } from '@fangxing/assessment'
import type { SeenOpinion, Wording } from '@fangxing/contract'
import { ModelUnavailable, postToModel } from '@fangxing/media'
import { LRUCache } from 'lru-cache'
import { listQuestions, type Question } from './list-questions.ts'
import type { OpinionModel } from './opinion-settings.ts'
import { type ReadAnswers, readAnswers } from './read-answers.ts'
import { type Prompt, writePrompt } from './write-prompt.ts'

export interface GivenOpinions {
  readonly opinions: readonly SeenOpinion[]
  /** Why some question has no answer. */
  readonly notes: readonly Wording[]
}

export interface OpinionEngine {
  /** Part of an answer's edition. */
  readonly edition: string
  /** Never throws but for a signal that was aborted. */
  ask(seen: SeenMaterial, signal?: AbortSignal): Promise<GivenOpinions>
}

export interface OpinionLimits {
  readonly seconds: number
  /** Questions of one request, requests of one material. */
  readonly perRequest: number
  readonly requests: number
}

const LIMITS: OpinionLimits = { seconds: 60, perRequest: 12, requests: 3 }
const MAX_REPLY = 256 * 1024
const MOST_KEPT = 500
const NAME: Wording = { zh: '语义模型', en: 'opinion' }
/** Changes when the questions or their form do. */
const FORM = 1

export function openOpinions(
  { url, model, key }: OpinionModel,
  limits: Partial<OpinionLimits> = {},
): OpinionEngine {
  const { seconds, perRequest, requests } = { ...LIMITS, ...limits }
  const kept = new LRUCache<string, Extract<ReadAnswers, { kind: 'answers' }>>({ max: MOST_KEPT })
  const askOnce = async (prompt: Prompt, signal?: AbortSignal): Promise<ReadAnswers> => {
    const hash = createHash('sha256')
      .update(`${model}\n${prompt.system}\n${prompt.user}`)
      .digest('hex')
    const known = kept.get(hash)
    if (known !== undefined) return known
    const body = JSON.stringify({
      model,
      temperature: 0,
      messages: [
        { role: 'system', content: prompt.system },
        { role: 'user', content: prompt.user },
      ],
      response_format: { type: 'json_object' },
    })
    const headers = { 'content-type': 'application/json' }
    const request = {
      path: '/chat/completions',
      headers,
      body,
      seconds,
      maxReply: MAX_REPLY,
      name: NAME,
    }
    const read = readAnswers(await postToModel({ url, key }, request, signal), prompt.asked)
    if (read.kind === 'answers') kept.set(hash, read)
    return read
  }
  return {
    edition: `opinion-${model}-${FORM}`,
    async ask(seen, signal) {
      const questions = listQuestions(seen).slice(0, perRequest * requests)
      const opinions: SeenOpinion[] = []
      for (let from = 0; from < questions.length; from += perRequest) {
        const prompt = writePrompt(questions.slice(from, from + perRequest))
        try {
          const read = await askOnce(prompt, signal)
          if (read.kind === 'none') return { opinions, notes: [read.because] }
          opinions.push(...toOpinions(prompt, read.byId, model))
        } catch (error) {
          if (!(error instanceof ModelUnavailable)) throw error
          return { opinions, notes: [{ zh: `${error.because.zh}。`, en: `${error.because.en}.` }] }
        }
      }
      return { opinions, notes: [] }
    },
  }
}

function toOpinions(
  { asked }: Prompt,
  byId: Extract<ReadAnswers, { kind: 'answers' }>['byId'],
  model: string,
): readonly SeenOpinion[] {
  return asked.flatMap(({ id, question }) => {
    const answer = byId.get(id)
    if (question === null || answer === undefined) return []
    return [{ ...described(question, answer, model), score: answer.score }]
  })
}

function described(
  { question, about, words, texts, place }: Question,
  { score, because }: { readonly score: number; readonly because: string },
  model: string,
): Omit<SeenOpinion, 'score'> {
  const MOST_QUOTED = 200
  const quoted = Object.values(texts)
    .map((text) => `“${text.slice(0, MOST_QUOTED)}${text.length > MOST_QUOTED ? '…' : ''}”`)
    .join(' ')
  return {
    question,
    about,
    by: model,
    place,
    evidence: {
      zh: `问 ${model}：${words}${quoted}。答：${score}，${because}`,
      en: `Asked ${model}: ${words}${quoted}. It answered ${score}: ${because}`,
    },
  }
}
