/** A text check: what is asked, what is answered, what is kept. */

import { z } from 'zod'
import { judgement, termHit } from './judgement.ts'
import { moment, suggest } from './parts.ts'

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
  scene: z.number().int(),
  texts: z
    .array(z.object({ field: z.string(), text: z.string() }))
    .nullable()
    .describe('Null when none were kept or their time is over.'),
}

export const checkRow = checkAnswer.omit({ hits: true, judgements: true }).extend(kept)

export const check = checkAnswer.extend(kept)
