/**
 * A whole server for one test file: one embedded PostgreSQL, requests injected, clocks that are set.
 *
 * Jobs run for real. `settled` waits for the machine by asking, not by sleeping a guessed time.
 */

import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { packFolder } from '@fangxing/server'
import { openStorage, type Role, type Storage, startEmbeddedPostgres } from '@fangxing/storage'
import type { InjectOptions } from 'fastify'
import { assessorLimits, openAssessor } from '../src/assessor/index.ts'
import { buildApp } from '../src/build-app.ts'
import { openCheckPorts } from '../src/check-ports.ts'
import { type SimulatedClock, simulateClock } from '../src/clock.ts'
import { openOutside } from '../src/delivery/open-outside.ts'
import type { App } from '../src/http/app.ts'
import { rememberTokens } from '../src/known-tokens.ts'
import { openLexiconShelf } from '../src/lexicon-shelf.ts'
import type { AuditSettings } from '../src/materials/audit-settings.ts'
import { type MediaEngine, openMediaEngine } from '../src/media-checks/media-engine.ts'
import type { Ports } from '../src/ports.ts'
import { startWorkers } from '../src/workers/start-workers.ts'

export const PASSWORD = 'a long enough password'
export const ORIGIN = 'http://localhost:80'

const FIXTURES = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'miniprograms')

export interface Instance {
  readonly app: App
  readonly ports: Ports
  readonly storage: Storage
  readonly databaseUrl: string
  readonly clock: SimulatedClock
  readonly wallClock: SimulatedClock
  readonly log: readonly string[]
  close(): Promise<void>
}

export async function startInstance(
  consoleDirectory?: string,
  media: MediaEngine = openMediaEngine(),
  audits?: AuditSettings,
): Promise<Instance> {
  const directory = await mkdtemp(join(tmpdir(), 'fangxing-server-test-'))
  const postgres = await startEmbeddedPostgres({ directory, log: () => {} })
  const storage = await openStorage({ url: postgres.url })
  const log: string[] = []
  const clock = simulateClock(untilNoon())
  const wallClock = simulateClock(0)
  const assessor = openAssessor({ ...assessorLimits, log: (line) => log.push(line) })
  const toLog = (line: string) => log.push(line)
  const ports: Ports = {
    storage: rememberTokens(storage, wallClock),
    clock,
    simulatedClock: clock,
    wallClock,
    lexicon: openLexiconShelf(storage, clock),
    ...(await openCheckPorts({ storage, wallClock, log: toLog }, media)),
    assessor,
    outside: openOutside({ allowedNetworks: ['127.0.0.1'] }),
    log: toLog,
  }
  const workers = await startWorkers(ports, audits)
  const app = await buildApp(ports, { consoleDirectory })
  return {
    app,
    ports,
    storage,
    databaseUrl: postgres.url,
    clock,
    wallClock,
    log,
    async close() {
      await app.close()
      await workers.stop()
      await storage.close()
      await assessor.close()
      await media.close()
      await postgres.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Tests that count by the day start at noon in Shanghai, so that none of them crosses midnight. */
function untilNoon(): number {
  const dayMs = 86_400_000
  const noonUtc = 4 * 3_600_000
  return (noonUtc - (Date.now() % dayMs) + dayMs) % dayMs
}

/** Whatever came over the wire: a test says what it expects of it. */
export type Json = ReturnType<typeof JSON.parse>

export interface Answer {
  readonly status: number
  readonly body: Json
  readonly headers: Record<string, unknown>
}

/** Somebody who asks: a signed-in person, or an app with its token. */
export interface Person {
  readonly id: string
  readonly cookie: string
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  put(path: string, body: unknown): Promise<Answer>
  patch(path: string, body: unknown): Promise<Answer>
  delete(path: string): Promise<Answer>
}

let people = 0

/** Makes a user with these roles and signs in. */
export async function signIn(
  { app, storage, wallClock }: Instance,
  roles: readonly Role[],
  region: string | null = null,
): Promise<Person> {
  people += 1
  const name = `${roles.join('-')} ${people}`
  const user = await storage.users.create(
    { name, roles, region, password: PASSWORD },
    wallClock.now(),
  )
  const signed = await app.inject({
    method: 'POST',
    url: '/v1/session',
    payload: { name, password: PASSWORD },
  })
  assert.equal(signed.statusCode, 200, signed.body)
  const cookie = `fangxing_session=${signed.cookies[0]?.value}`
  return { id: user.id, cookie, ...askerWith(app, { cookie, origin: ORIGIN }) }
}

export function askerWith(app: App, headers: Record<string, string>) {
  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
  ) =>
    toAnswer(
      await app.inject({
        method,
        url,
        headers: { host: 'localhost:80', ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
    )
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, body: unknown = {}) => ask('POST', path, body),
    put: (path: string, body: unknown) => ask('PUT', path, body),
    patch: (path: string, body: unknown) => ask('PATCH', path, body),
    delete: (path: string) => ask('DELETE', path),
  }
}

export function toAnswer(response: {
  statusCode: number
  body: string
  headers: Record<string, unknown>
}): Answer {
  const isJson = String(response.headers['content-type']).includes('json')
  return {
    status: response.statusCode,
    body: isJson ? JSON.parse(response.body) : response.body,
    headers: response.headers,
  }
}

export async function send(app: App, options: InjectOptions): Promise<Answer> {
  return toAnswer(await app.inject(options))
}

/** A form with the zip of a fixture, ready for `inject`. */
export async function packageForm(fixture: string, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const bytes = await packFolder(join(FIXTURES, fixture))
  form.set('package', new Blob([new Uint8Array(bytes)]), 'package.zip')
  const response = new Response(form)
  return {
    payload: Buffer.from(await response.arrayBuffer()),
    contentType: response.headers.get('content-type') ?? '',
  }
}

export async function upload(
  { app }: Instance,
  person: Person,
  appid: string,
  fixture: string,
  version = '1.0.0',
): Promise<Answer> {
  const form = await packageForm(fixture, { version, description: `version ${version}` })
  return send(app, {
    method: 'POST',
    url: `/v1/apps/${appid}/releases`,
    headers: {
      host: 'localhost:80',
      origin: ORIGIN,
      cookie: person.cookie,
      'content-type': form.contentType,
    },
    payload: form.payload,
  })
}

/** The release once the machine has answered. */
export async function settled(person: Person, releaseId: string): Promise<Json> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const { body } = await person.get(`/v1/releases/${releaseId}`)
    if (body.state !== 'machineReview') return body
    assert(Date.now() < deadline, `release ${releaseId} was not reviewed by the machine`)
    await wait(20)
  }
}

/** A program that calls the dialect with an app's token: always HTTP 200, always JSON. */
export interface Program {
  readonly appid: string
  readonly secret: string
  readonly token: string
  /** `body` is sent as JSON, a string or buffer as it is, undefined not at all. */
  call(path: string, body?: unknown, method?: 'GET' | 'POST'): Promise<Json>
}

/** The app of a program belongs to every developer who has signed in by then. */
export async function makeProgram(
  instance: Instance,
  categories = [{ first: '社交', second: '笔记' }],
): Promise<Program> {
  const { storage, app, wallClock, clock } = instance
  const subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
  const made = await storage.apps.create({ name: '园艺笔记', subject, categories }, clock.now())
  const { secret } = made
  const { appid } = made.app
  const developers = (await storage.users.list()).filter(({ roles }) => roles.includes('developer'))
  const members = developers.map(({ id }) => ({ userId: id, part: 'owner' }) as const)
  await storage.members.change(appid, members, 'the test', clock.now())
  const { token } = await storage.tokens.issue({
    appid,
    secret,
    kind: 'stable',
    now: wallClock.now(),
  })
  const call: Program['call'] = (path, body, method = 'POST') =>
    callDialect(app, `${path}?access_token=${token}`, body, method)
  return { appid, secret, token, call }
}

export async function callDialect(
  app: App,
  url: string,
  body: unknown,
  method: 'GET' | 'POST' = 'POST',
): Promise<Json> {
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body)
  const response = await app.inject({
    method,
    url,
    ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
  })
  assert.equal(response.statusCode, 200, response.body)
  assert.match(String(response.headers['content-type']), /^application\/json/)
  return response.json()
}
