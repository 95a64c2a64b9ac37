/** What counts in checks, set by the operator; and visits, which an app reports. */

import { AppError } from '@fangxing/contract'
import { SCENE_WEIGHTS, SCENES } from '@fangxing/policy'
import type { PolicyEdition } from '@fangxing/storage'
import { z } from 'zod'
import { SHIPPED_POLICY, type StoredPolicy } from '../check-policy/index.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { publishPolicy, rollBackPolicy } from '../trials/publish-policy.ts'
import { toActor } from './actor.ts'
import {
  checkRule,
  contentRules,
  shippedLimits,
  storedPolicy,
  visits,
} from './shapes/check-policy.ts'
import { pageOf, pageQuery } from './shapes/parts.ts'
import { policyDraft, policyEdition, why } from './shapes/trial.ts'
import { toWire } from './wire.ts'

export function registerCheckPolicy(app: App, ports: Ports): void {
  const { checkPolicy, storage, wallClock } = ports

  app.get('/v1/check-policy', {
    config: { access: ['operator', 'reviewer'] },
    schema: { summary: 'What counts in checks', response: { 200: storedPolicy } },
    handler: async () => toWire(await checkPolicy.stored()) as z.infer<typeof storedPolicy>,
  })

  app.put('/v1/check-policy', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Set what counts in checks: what is absent is as shipped',
      body: policyDraft,
      response: { 200: storedPolicy },
    },
    async handler({ body: { note, ...policy }, caller }) {
      const author = { by: toActor(caller, ['operator']).name, note: note ?? null }
      await publishPolicy(ports, policy as StoredPolicy, author)
      return policy
    },
  })

  registerCheckRules(app)
  registerPolicyEditions(app, ports)

  app.post('/v1/visits', {
    config: { access: ['app'] },
    schema: {
      summary: 'Users that visit the app now',
      body: visits,
      response: { 204: z.undefined() },
    },
    async handler({ body, caller }, reply) {
      if (caller.kind !== 'app') throw new AppError('NOT_ALLOWED', { needed: ['app'] })
      await storage.visits.report(caller.appid, body.openids, wallClock.now())
      return reply.code(204).send()
    },
  })
}

function registerCheckRules(app: App): void {
  app.get('/v1/check-policy/shipped', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'Quotas and retention where the policy says nothing of them',
      response: { 200: shippedLimits },
    },
    async handler() {
      const { quotas, retention } = SHIPPED_POLICY
      return { quotas: { ...quotas }, retention: { ...retention } }
    },
  })

  app.get('/v1/check-policy/rules', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'The rules that judge contents, and what each does in each scene as shipped',
      response: { 200: z.object({ items: z.array(checkRule) }) },
    },
    handler: async () => ({ items: contentRules.map(toRuleView) }),
  })
}

function registerPolicyEditions(app: App, ports: Ports): void {
  const { checkPolicies } = ports.storage

  app.get('/v1/check-policy/editions', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'Editions of the check policy, newest first: who changed what, and why',
      querystring: pageQuery,
      response: { 200: pageOf(policyEdition) },
    },
    async handler({ query }) {
      const { items, nextCursor } = await checkPolicies.list(query)
      return { items: items.map(toView), nextCursor }
    },
  })

  app.post('/v1/check-policy/editions/:number/roll-back', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Make an earlier edition the live one again, as an edition of its own',
      params: z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) }),
      body: why,
      response: { 201: policyEdition },
    },
    async handler({ params: { number }, body, caller }, reply) {
      const author = { by: toActor(caller, ['operator']).name, note: body?.note ?? null }
      return reply.code(201).send(toView(await rollBackPolicy(ports, number, author)))
    },
  })
}

function toView(edition: PolicyEdition) {
  return toWire(edition) as z.input<typeof policyEdition>
}

function toRuleView({ id, clause, title, severity }: (typeof contentRules)[number]) {
  const shipped = SCENES.map((scene) => [scene, SCENE_WEIGHTS[scene][id] ?? severity])
  return { id, clauseId: clause, title: { ...title }, shipped: Object.fromEntries(shipped) }
}
