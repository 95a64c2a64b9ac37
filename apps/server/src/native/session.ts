/**
 * Signing in and out, and the first run, which makes the first user.
 *
 * The cookie is out of reach of scripts and is not sent from other sites. Guessing is slow: ten
 * tries a name and address in five minutes.
 */

import { AppError } from '@fangxing/contract'
import type { User } from '@fangxing/storage'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { EVERY_PERSON, SESSION_COOKIE } from '../http/access.ts'
import type { App } from '../http/app.ts'
import { slowDown } from '../http/slow-down.ts'
import type { Ports } from '../ports.ts'
import { credentials, firstRun, firstRunState, session } from './shapes/user.ts'
import { toWire } from './wire.ts'

/** A working day and some: nobody signs in twice before going home. */
export const SESSION_LASTS_MS = 12 * 3600 * 1000

export function registerSession(app: App, ports: Ports): void {
  const { users, sessions } = ports.storage

  app.get('/v1/session', {
    config: { access: EVERY_PERSON },
    schema: { summary: 'Who is signed in', response: { 200: session } },
    async handler({ caller }) {
      if (caller.kind !== 'user') throw new AppError('NOT_SIGNED_IN')
      return { user: toWire(caller.user) }
    },
  })

  app.post('/v1/session', {
    config: { access: 'anyone', ...slowDown() },
    schema: { summary: 'Sign in', body: credentials, response: { 200: session } },
    async handler({ body }, reply) {
      const user = await users.findByPassword(body.name.trim(), body.password)
      if (user === null) throw new AppError('SIGN_IN_FAILED')
      await startSession(ports, reply, user)
      return { user: toWire(user) }
    },
  })

  app.delete('/v1/session', {
    config: { access: 'anyone' },
    schema: { summary: 'Sign out', response: { 204: z.undefined() } },
    async handler({ caller }, reply) {
      if (caller.kind === 'user') await sessions.end(caller.session)
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send()
    },
  })
}

export function registerFirstRun(app: App, ports: Ports): void {
  const door = ports.storage.firstRun

  app.get('/v1/first-run', {
    config: { access: 'anyone' },
    schema: {
      summary: 'Whether the first user is still to be made',
      response: { 200: firstRunState },
    },
    handler: async () => ({ open: await door.isOpen() }),
  })

  app.post('/v1/first-run', {
    config: { access: 'anyone', ...slowDown() },
    schema: {
      summary: 'Make the first user with the one-time token',
      body: firstRun,
      response: { 201: session },
    },
    async handler({ body }, reply) {
      const user = await door.use(body.token, body.name, body.password, ports.wallClock.now())
      await startSession(ports, reply, user)
      return reply.code(201).send({ user: toWire(user) })
    },
  })
}

async function startSession(ports: Ports, reply: FastifyReply, user: User): Promise<void> {
  const now = ports.wallClock.now()
  const token = await ports.storage.sessions.start(user.id, now, SESSION_LASTS_MS)
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: 'auto',
    maxAge: SESSION_LASTS_MS / 1000,
  })
}
