/** Categories that apps ask for with certificates: an operator looks at them and decides. */

import { z } from 'zod'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { decideCategory } from '../use-cases/decide-category.ts'
import { toActor } from './actor.ts'
import { categoryRejection, categoryRequest, categoryRequests } from './shapes/intake.ts'
import { remark } from './shapes/release.ts'
import { toWire } from './wire.ts'

const params = z.object({ id: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) })

export function registerCategoryRequests(app: App, ports: Ports): void {
  app.get('/v1/category-requests', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Categories that wait for a decision, oldest first',
      response: { 200: categoryRequests },
    },
    handler: async () => ({ items: toWire(await ports.storage.categoryRequests.waiting()) }),
  })

  app.post('/v1/category-requests/:id/pass', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Register the category for the app',
      params,
      body: remark,
      response: { 200: categoryRequest },
    },
    async handler({ params: { id }, caller }) {
      const decidedBy = toActor(caller, ['operator']).name
      return toWire(await decideCategory(ports, id, { status: 'passed', reason: '', decidedBy }))
    },
  })

  app.post('/v1/category-requests/:id/reject', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Reject it with a reason; the app may send other certificates',
      params,
      body: categoryRejection,
      response: { 200: categoryRequest },
    },
    async handler({ params: { id }, body: { reason }, caller }) {
      const decidedBy = toActor(caller, ['operator']).name
      return toWire(await decideCategory(ports, id, { status: 'rejected', reason, decidedBy }))
    },
  })
}
