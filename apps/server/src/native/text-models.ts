/** Editions of the text model: published, tried on stored checks, gone back from. */

import type { TextModelEdition } from '@fangxing/storage'
import type { Adjustment, TextClassifier } from '@fangxing/text'
import { z } from 'zod'
import type { Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { gatherSamples } from '../text-models/gather-samples.ts'
import {
  assertAdjustment,
  findAdjustment,
  publishModel,
  rollBackModel,
} from '../text-models/publish-model.ts'
import { backTest } from '../trials/back-test.ts'
import { LIVE } from '../trials/candidate.ts'
import { toActor } from './actor.ts'
import { pageQuery } from './shapes/parts.ts'
import {
  modelTry,
  modelTryReport,
  samplePage,
  sampleQuery,
  textModel,
  textModelDraft,
  textModels,
} from './shapes/text-model.ts'
import { why } from './shapes/trial.ts'
import { toWire } from './wire.ts'

const OPERATOR: readonly Entrant[] = ['operator']
const params = z.object({ number: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) })

/** Each is a row that a person reads. */
const MOST_CHANGES = 500

export function registerTextModels(app: App, ports: Ports): void {
  registerReading(app, ports)

  app.post('/v1/text-models', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Let what was learned from reviewed samples judge, as an edition',
      body: textModelDraft,
      response: { 201: textModel },
    },
    async handler({ body: { adjustment, note }, caller }, reply) {
      const author = { by: toActor(caller, OPERATOR).name, note: note ?? null }
      return reply.code(201).send(toView(await publishModel(ports, adjustment, author)))
    },
  })

  app.post('/v1/text-models/:number/roll-back', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Let an earlier edition judge again, or the shipped model: number 0',
      params,
      body: why,
      response: { 201: textModel },
    },
    async handler({ params: { number }, body, caller }, reply) {
      const author = { by: toActor(caller, OPERATOR).name, note: body?.note ?? null }
      return reply.code(201).send(toView(await rollBackModel(ports, number, author)))
    },
  })

  app.post('/v1/text-models/try', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Let a model judge stored checks beside the live one: what would change',
      body: modelTry,
      response: { 200: modelTryReport },
    },
    async handler({ body: { adjustment, number, decidedOnly: isDecidedOnly, ...query } }) {
      const classifier = await openCandidate(ports, adjustment, number)
      const { edition: live } = ports.models.live()
      const options = { classifier, mostSamples: MOST_CHANGES }
      const report = await backTest(ports, LIVE, { ...query, isDecidedOnly }, options)
      return toWire({ ...report, live, candidate: classifier.edition })
    },
  })
}

function registerReading(app: App, ports: Ports): void {
  app.get('/v1/text-models', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'Editions of the text model, newest first, and which one judges',
      querystring: pageQuery,
      response: { 200: textModels },
    },
    async handler({ query }) {
      const { items, nextCursor } = await ports.storage.textModels.list(query)
      const { shipped } = ports.models
      return { items: items.map(toView), nextCursor, shipped, live: { ...ports.models.live() } }
    },
  })

  app.get('/v1/text-models/samples', {
    config: { access: OPERATOR },
    schema: {
      summary: 'What people decided, as samples to learn from: texts that are still kept',
      querystring: sampleQuery,
      response: { 200: samplePage },
    },
    handler: async ({ query }) => toWire(await gatherSamples(ports, query)),
  })

  app.get('/v1/text-models/:number/file', {
    config: { access: OPERATOR },
    schema: {
      summary: 'The file of an edition, as it was published; null: the shipped model',
      params,
      response: { 200: z.unknown() },
    },
    handler: async ({ params: { number } }) => findAdjustment(ports, number),
  })
}

async function openCandidate(
  ports: Ports,
  sent: unknown,
  number: number | undefined,
): Promise<TextClassifier> {
  const adjustment =
    number === undefined
      ? assertAdjustment(sent)
      : number === 0
        ? null
        : await findAdjustment(ports, number)
  return adjustment === null ? ports.models.alone : ports.models.open(adjustment)
}

/** `adjustment` was checked before it was written. */
function toView({ adjustment, ...edition }: TextModelEdition): z.output<typeof textModel> {
  const learned = adjustment as Adjustment | null
  return {
    ...edition,
    edition: learned?.edition ?? null,
    modelEdition: learned?.modelEdition ?? null,
    figures: learned === null ? null : (toWire(learned.report) as never),
  }
}
