/** Cases of human review and what decisions would teach the lists, on the wire. */

import { z } from 'zod'
import { check } from './check.ts'
import { id, label, moment, note, suggest } from './parts.ts'

const phrase = z.string().trim().min(1).max(100)

const decision = z.object({
  verdict: z.enum(['pass', 'risky']),
  label: z.number().int(),
  note: z.string(),
  at: moment,
  by: z.string().optional().describe('The reviewer; only for reviewers and operators.'),
})

const claim = z.object({ userId: z.string(), userName: z.string(), expiresAt: moment })

export const caseRow = z.object({
  id: z.string().describe("The check's id: its trace_id."),
  appid: z.string(),
  writer: z.string().nullable(),
  scene: z.number().int(),
  label: z.number().int().describe('As the machine suspected.'),
  openedAt: moment,
  claim: claim.nullable().describe('Who looks at it now; only for reviewers and operators.'),
  decision: decision.nullable(),
})

export const casePage = z.object({
  items: z.array(caseRow),
  nextCursor: z.string().nullable(),
  waiting: z.object({ count: z.number().int(), oldestAt: moment.nullable() }),
})

const person = z.object({ id: z.string(), name: z.string() })

const deny = z.object({
  kind: z.literal('deny'),
  text: phrase,
  label,
  level: z.enum(['block', 'review', 'hint']),
})

const allow = z.object({
  kind: z.literal('allow'),
  termId: z.string().min(1).max(512),
  phrase: phrase.describe('An innocent phrase that covers what was hit.'),
})

const picture = z.object({ kind: z.enum(['denyPicture', 'allowPicture']), label })

export const wantedChange = z.discriminatedUnion('kind', [deny, allow, picture])

export const listChange = z.discriminatedUnion('kind', [
  deny,
  allow.extend({ term: z.string().describe('As it was listed then.') }),
  picture.extend({ bits: z.string().describe('The hash of the picture, 256 bits in hex.') }),
])

export const proposal = z.object({
  id: z.string(),
  caseId: z.string(),
  change: listChange,
  proposedBy: person,
  proposedAt: moment,
  stillFound: z
    .array(z.string())
    .describe(
      'Words by which the content is still hit when this phrase is excused; while it is open.',
    ),
  answer: z
    .object({
      kind: z.enum(['agreed', 'refused']),
      by: person,
      at: moment,
      edition: z.number().int().nullable(),
    })
    .nullable(),
})

export const proposalPage = z.object({
  items: z.array(proposal),
  nextCursor: z.string().nullable(),
})

export const caseWhole = caseRow.extend({
  check: check
    .pick({ texts: true, hits: true, judgements: true, edition: true })
    .extend({
      kind: z.enum(['text', 'picture', 'sound', 'video']),
      mediaId: z.string().nullable().describe('The picture, while it is kept.'),
      hasSound: z.boolean().describe('A recording to listen to, at /v1/cases/:id/sound.'),
      upstream: z
        .object({
          name: z.string(),
          suggest: suggest.nullable(),
          label: z.number().int().nullable(),
          because: z.string().nullable().describe('Why it has not answered.'),
        })
        .nullable()
        .describe('What another checker said that was asked as well.'),
      canTeachPicture: z.boolean().describe('True when it has a hash that tells it from others.'),
    })
    .nullable(),
  proposals: z.array(proposal).describe('Only for reviewers and operators.'),
})

export const caseFilter = z.object({
  appid: id.optional(),
  label: z.coerce.number().pipe(label).optional(),
  scene: z.coerce.number().int().min(1).max(4).optional(),
})

export const settlement = z.object({
  fence: z.number().int(),
  verdict: z.enum(['pass', 'risky']),
  label: label.optional().describe('Of risky content; as the machine suspected when absent.'),
  note: note.default('').describe('Told to the app.'),
})
