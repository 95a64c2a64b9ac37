/** People who may come in. Only operators see and add them. */

import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { user, userDraft, users } from './shapes/user.ts'
import { toWire } from './wire.ts'

export function registerUsers(app: App, ports: Ports): void {
  app.get('/v1/users', {
    config: { access: ['operator'] },
    schema: { summary: 'Everybody who may come in', response: { 200: users } },
    handler: async () => ({ items: toWire(await ports.storage.users.list()) }),
  })

  app.post('/v1/users', {
    config: { access: ['operator'] },
    schema: { summary: 'Add a person', body: userDraft, response: { 201: user } },
    async handler({ body }, reply) {
      const created = await ports.storage.users.create(body, ports.clock.now())
      return reply.code(201).send(toWire(created))
    },
  })
}
