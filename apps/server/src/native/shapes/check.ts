/** A text check: what is asked, what is answered, what is kept. */

import { z } from 'zod'
import { judgement, termHit } from './judgement.ts'
import { id, moment, pageQuery, suggest } from './parts.ts'

/** WeChat's numbers: 1 profile, 2 comment, 3 forum, 4 social log. */
const scene = z.number().int().min(1).max(4).describe('1 profile, 2 comment, 3 forum, 4 social log')

/** A comment, when nothing is said: the most common place for user text. */
const DEFAULT_SCENE = 2

export const checkDraft = z.object({
  text: z.string(),
  scene: scene.default(DEFAULT_SCENE),
  title: z.string().optional(),
  nickname: z.string().optional(),
  signature: z.string().optional(),
})

export const checkAnswer = z.object({
  id: z.string(),
  suggest,
  label: z.number().int(),
  hits: z.array(termHit),
  judgements: z.array(judgement),
  edition: z.string(),
})

const kept = {
  at: moment,
  appid: z.string().nullable(),
  writer: z.string().nullable(),
  kind: z.enum(['text', 'picture', 'sound', 'video']),
  scene: z.number().int(),
  texts: z
    .array(z.object({ field: z.string(), text: z.string() }))
    .nullable()
    .describe('Null when none were kept or their time is over.'),
  hashes: z
    .array(z.object({ field: z.string(), sha256: z.string() }))
    .nullable()
    .describe('In the place of texts that only a hash is kept of.'),
  clauses: z.array(z.string()).describe('Violated, or not decided.'),
}

const time = z.coerce.number().int().min(0).optional()

/** Everything that is named must hold. */
export const checkQuery = pageQuery.extend({
  suggest: suggest.optional(),
  appid: id.optional(),
  writer: z.string().min(1).max(128).optional().describe('An openid, or the id of a person.'),
  clause: z.string().min(1).max(128).optional(),
  from: time.describe('Epoch milliseconds, inclusive.'),
  until: time.describe('Epoch milliseconds, exclusive.'),
})

export const checkRow = checkAnswer.omit({ hits: true, judgements: true }).extend(kept)

export const check = checkAnswer.extend(kept)
