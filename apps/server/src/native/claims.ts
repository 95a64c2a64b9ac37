/** Claiming a case and giving it back. */

import { AppError } from '@fangxing/contract'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { claimRelease } from '../use-cases/claim-release.ts'
import { id } from './shapes/parts.ts'
import { claimGrant } from './shapes/release.ts'
import { toWire } from './wire.ts'

const params = z.object({ id })

export function registerClaims(app: App, ports: Ports): void {
  app.post('/v1/releases/:id/claim', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Take the case for half an hour; a decision needs the fence',
      params,
      response: { 200: claimGrant },
    },
    async handler({ caller, params: { id: releaseId } }) {
      if (caller.kind !== 'user') throw new AppError('NOT_ALLOWED')
      const { fence, expiresAt } = await claimRelease(ports, releaseId, caller.user)
      return toWire({ fence, expiresAt })
    },
  })

  app.delete('/v1/releases/:id/claim', {
    config: { access: ['reviewer'] },
    schema: { summary: 'Give the case back', params, response: { 204: z.undefined() } },
    async handler({ caller, params: { id: releaseId } }, reply) {
      if (caller.kind !== 'user') throw new AppError('NOT_ALLOWED')
      await ports.storage.claims.giveBack(releaseId, caller.user.id)
      return reply.code(204).send()
    },
  })
}
