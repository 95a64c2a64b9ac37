/** Whether the server can answer: for people, load balancers and the command line. */

import { AppError } from '@fangxing/contract'
import { z } from 'zod'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'

export const SERVER_NAME = 'fangxing'

export function registerHealth(app: App, ports: Ports): void {
  app.get('/v1/health', {
    config: { access: 'anyone' },
    schema: {
      summary: 'Whether the server and its storage answer',
      response: { 200: z.object({ ok: z.literal(true), server: z.literal(SERVER_NAME) }) },
    },
    async handler() {
      if (!(await ports.storage.isReachable())) throw new AppError('STORAGE_UNAVAILABLE')
      return { ok: true as const, server: SERVER_NAME as typeof SERVER_NAME }
    },
  })
}
