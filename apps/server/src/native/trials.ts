/** Trying a candidate on stored checks, beside the live one, and making it live. */

import { AppError } from '@fangxing/contract'
import type { Trial } from '@fangxing/storage'
import { z } from 'zod'
import type { Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { backTest } from '../trials/back-test.ts'
import { endTrial, publishTrial, startTrial } from '../trials/run-trial.ts'
import { toActor } from './actor.ts'
import { id, pageOf, pageQuery } from './shapes/parts.ts'
import {
  backTestDraft,
  backTestReport,
  type candidate,
  trial,
  trialDifference,
  trialDraft,
  why,
} from './shapes/trial.ts'
import { toDraft } from './term-view.ts'
import { toWire } from './wire.ts'

const OPERATOR: readonly Entrant[] = ['operator']
const params = z.object({ id })

export function registerTrials(app: App, ports: Ports): void {
  app.post('/v1/back-tests', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Hold a candidate against stored checks: how many answers would change, and which',
      body: backTestDraft,
      response: { 200: backTestReport },
    },
    async handler({ body: { candidate: draft, ...query }, caller }) {
      const by = toActor(caller, OPERATOR).name
      return toWire(await backTest(ports, toCandidate(draft, by), query))
    },
  })

  app.post('/v1/trials', {
    config: { access: OPERATOR },
    schema: {
      summary:
        'Let a candidate judge beside the live policy and lexicon; nobody is told its answers',
      body: trialDraft,
      response: { 201: trial },
    },
    async handler({ body: { candidate: draft, note }, caller }, reply) {
      const author = { by: toActor(caller, OPERATOR).name, note: note ?? null }
      const started = await startTrial(ports, toCandidate(draft, author.by), author)
      return reply.code(201).send(toView(started))
    },
  })

  registerRunningTrials(app, ports)
  registerTrialEnds(app, ports)
}

function registerRunningTrials(app: App, ports: Ports): void {
  const { trials } = ports.storage

  app.get('/v1/trials', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Trials, newest first',
      querystring: pageQuery,
      response: { 200: pageOf(trial) },
    },
    async handler({ query }) {
      await ports.trials.refresh(ports)
      const { items, nextCursor } = await trials.list(query)
      return { items: items.map(toView), nextCursor }
    },
  })

  app.get('/v1/trials/:id', {
    config: { access: OPERATOR },
    schema: { summary: 'One trial, with what both answered', params, response: { 200: trial } },
    async handler({ params: { id: trialId } }) {
      await ports.trials.refresh(ports)
      const found = await trials.find(trialId)
      if (found === null) throw new AppError('TRIAL_NOT_FOUND', { trialId })
      return toView(found)
    },
  })

  app.get('/v1/trials/:id/differences', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Checks of which the live one and the candidate think differently, newest first',
      params,
      querystring: pageQuery,
      response: { 200: pageOf(trialDifference) },
    },
    async handler({ params: { id: trialId }, query }) {
      await ports.trials.refresh(ports)
      return toWire(await trials.differences(trialId, query))
    },
  })
}

function registerTrialEnds(app: App, ports: Ports): void {
  app.post('/v1/trials/:id/end', {
    config: { access: OPERATOR },
    schema: { summary: 'End a trial; nothing becomes live', params, response: { 200: trial } },
    async handler({ params: { id: trialId }, caller }) {
      return toView(await endTrial(ports, trialId, toActor(caller, OPERATOR).name))
    },
  })

  app.post('/v1/trials/:id/publish', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Make the candidate live, and end its trial',
      params,
      body: why,
      response: { 200: trial },
    },
    async handler({ params: { id: trialId }, body, caller }) {
      const author = { by: toActor(caller, OPERATOR).name, note: body?.note ?? null }
      return toView(await publishTrial(ports, trialId, author))
    },
  })

  // What was gathered in the last seconds is written before the storage closes.
  app.addHook('onClose', () => ports.trials.refresh(ports))
}

function toCandidate({ policy, add, remove }: z.output<typeof candidate>, by: string) {
  return {
    policy: policy as never,
    add: add.map((draft) => toDraft(draft, by)),
    remove,
  }
}

function toView(value: Trial) {
  return toWire(value) as z.output<typeof trial>
}
