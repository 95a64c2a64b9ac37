/** People who may come in. Only operators see and add them. */

import { AppError } from '@fangxing/contract'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { id } from './shapes/parts.ts'
import { user, userChange, userDraft, users } from './shapes/user.ts'
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

  app.patch('/v1/users/:id', {
    config: { access: ['operator'] },
    schema: {
      summary: "Change a person's roles, region or password, or keep them out for now",
      params: z.object({ id }),
      body: userChange,
      response: { 200: user },
    },
    async handler({ params: { id: userId }, body: { frozen, password, ...change } }) {
      const frozenAt = frozen === undefined ? undefined : frozen ? ports.clock.now() : null
      const changed = await ports.storage.users.change(userId, { ...change, frozenAt })
      if (changed === null) throw new AppError('PERSON_NOT_FOUND', { userId })
      if (password !== undefined) await ports.storage.users.setPassword(userId, password)
      return toWire(changed)
    },
  })
}
