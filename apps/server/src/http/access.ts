/**
 * Who asks, and whether the route lets them in.
 *
 * Every native route declares `config.access`; a route without it does not start. A console user
 * comes with the session cookie, a developer's program with `Authorization: Bearer` and an access
 * token, which acts as developer of that one app. Whoever sends a cookie with a request that
 * changes something must come from our own origin.
 */

import assert from 'node:assert/strict'
import { AppError } from '@fangxing/contract'
import { type MemberPart, ROLES, type Role, type User } from '@fangxing/storage'
import type { FastifyRequest } from 'fastify'
import type { Ports } from '../ports.ts'
import type { App } from './app.ts'

export type Caller =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'user'
      readonly user: User
      readonly session: string
      /** The apps that the user belongs to, as developer; none for who is not one. */
      readonly memberOf: ReadonlyMap<string, MemberPart>
    }
  | { readonly kind: 'app'; readonly appid: string }

/** A person with the role, or a program with an app's token. */
export type Entrant = Role | 'app'

/** `anyone`: also who is not signed in. A list: whoever is one of these. */
export type Access = 'anyone' | readonly Entrant[]

export const EVERY_PERSON: readonly Role[] = ROLES
export const EVERYBODY_KNOWN: readonly Entrant[] = ['app', ...ROLES]

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
  interface FastifyContextConfig {
    access?: Access
  }
}

export const SESSION_COOKIE = 'fangxing_session'

const NO_APPS: ReadonlyMap<string, MemberPart> = new Map()

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Identifies the caller and guards every route that is registered on `app` after this call. */
export function guardRoutes(app: App, ports: Ports): void {
  app.decorateRequest('caller', { getter: () => ({ kind: 'nobody' }) as Caller })
  app.addHook('onRoute', (route) => {
    assert(route.config?.access, `${route.method} ${route.url} does not say who may call it`)
  })
  app.addHook('onRequest', async (request) => {
    const caller = await identifyCaller(ports, request)
    Object.defineProperty(request, 'caller', { value: caller })
    const access = request.routeOptions.config.access
    if (access !== undefined) assertLetIn(caller, access)
  })
}

/** The roles under which the caller acts; a program acts as developer of its app. */
export function rolesOf(caller: Caller): readonly Role[] {
  switch (caller.kind) {
    case 'nobody':
      return []
    case 'user':
      return caller.user.roles
    case 'app':
      return ['developer']
  }
}

function assertLetIn(caller: Caller, access: Access): void {
  if (access === 'anyone') return
  if (caller.kind === 'nobody') throw new AppError('NOT_SIGNED_IN')
  const entrants: readonly Entrant[] = caller.kind === 'app' ? ['app'] : caller.user.roles
  if (!entrants.some((entrant) => access.includes(entrant))) {
    throw new AppError('NOT_ALLOWED', { needed: access })
  }
}

async function identifyCaller(ports: Ports, request: FastifyRequest): Promise<Caller> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return identifyApp(ports, bearer)

  const session = request.cookies[SESSION_COOKIE]
  if (session === undefined) return { kind: 'nobody' }
  assertSameOrigin(request)
  const user = await ports.storage.sessions.find(session, ports.wallClock.now())
  if (user === null) return { kind: 'nobody' }
  const isDeveloper = user.roles.includes('developer')
  const memberOf = isDeveloper ? await ports.storage.members.of(user.id) : NO_APPS
  return { kind: 'user', user, session, memberOf }
}

async function identifyApp(ports: Ports, token: string): Promise<Caller> {
  const state = await ports.storage.tokens.find(token, ports.wallClock.now())
  if (state.kind === 'valid') return { kind: 'app', appid: state.appid }
  throw new AppError('NOT_SIGNED_IN', { token: state.kind })
}

/** Browsers send `Origin` with every request that changes something; another site cannot forge it. */
function assertSameOrigin({ method, headers: { origin, host } }: FastifyRequest): void {
  if (SAFE_METHODS.has(method)) return
  if (origin === undefined || !isAtHost(origin, host ?? '')) {
    throw new AppError('ORIGIN_REFUSED', { origin: origin ?? 'absent' })
  }
}

/** The scheme is the origin's: behind a proxy that ends TLS we cannot know it; a default port may be left out. */
function isAtHost(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, host: originHost } = new URL(origin)
  const ours = `${protocol}//${host}`
  return URL.canParse(ours) && new URL(ours).host === originHost
}
