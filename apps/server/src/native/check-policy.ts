/** What counts in checks, set by the operator; and visits, which an app reports. */

import { AppError } from '@fangxing/contract'
import { z } from 'zod'
import type { StoredPolicy } from '../check-policy/index.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { storedPolicy, visits } from './shapes/check-policy.ts'
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
      body: storedPolicy,
      response: { 200: storedPolicy },
    },
    async handler({ body }) {
      for (const appid of Object.keys(body.apps)) {
        if ((await storage.apps.find(appid)) === null)
          throw new AppError('APP_NOT_FOUND', { appid })
      }
      await checkPolicy.change(body as StoredPolicy)
      return body
    },
  })

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
