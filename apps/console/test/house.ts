/**
 * A whole server with the built console, on a free port and a simulated clock, and the people of it.
 *
 * `buildConsole` builds only when the sources changed, and copies what was built: a later build
 * changes nothing of a walk that is under way. The database lies in a temporary folder, which goes
 * when the house is closed.
 */

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type DemoReport,
  fillDemo,
  type Ports,
  packFolder,
  type RunningServer,
  startServer,
} from '@fangxing/server'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const BUILT_INTO = join(import.meta.dirname, '..', 'dist')

export const PASSWORD = 'long rather than odd'

export type Role = 'developer' | 'reviewer' | 'authority' | 'operator'

/** Calls the native API as one person; throws on a refusal. */
export type Caller = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>

export interface House {
  readonly url: string
  readonly firstRunLink: string
  /** The server's own, for what no screen makes: years of history, a thousand rows. */
  readonly ports: Ports
  /** Somebody whose password is `PASSWORD`, without the screens. */
  addPerson(name: string, roles: readonly Role[], region?: string): Promise<void>
  /** The API as somebody who was added, without the screens. */
  callAs(name: string): Promise<Caller>
  /** A fixture as a version of an app, without the screens; by somebody who may. */
  upload(
    by: string,
    appid: string,
    fixture: string,
    version: string,
  ): Promise<{ readonly id: string }>
  /** Apps, releases in every state, checks and cases, with people who can sign in. */
  fillDemo(): Promise<DemoReport>
  /** A zip of a fixture, as a developer would choose it. */
  packed(fixture: string): Promise<string>
  /** A text that an app asks about, as one of its users; returns the trace id. */
  check(content: string): Promise<string>
  /** A picture that an app asks about; answers the number it is told. */
  checkPicture(bytes: Uint8Array): Promise<number>
  close(): Promise<void>
}

export interface BuiltConsole {
  readonly directory: string
  remove(): Promise<void>
}

export async function buildConsole(): Promise<BuiltConsole> {
  execFileSync(process.execPath, [join(ROOT, 'tools', 'build-console.mjs')], { stdio: 'pipe' })
  const directory = await mkdtemp(join(tmpdir(), 'fangxing-built-'))
  await cp(BUILT_INTO, directory, { recursive: true })
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) }
}

export async function openHouse(consoleDirectory: string): Promise<House> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'fangxing-console-'))
  const server = await start(dataDirectory, consoleDirectory)
  const { storage } = server.ports
  assert(server.firstRunLink, 'a fresh server has a first-run link')
  return {
    url: server.url,
    firstRunLink: server.firstRunLink,
    ports: server.ports,
    async addPerson(name, roles, region) {
      const person = { name, password: PASSWORD, roles, region: region ?? null }
      await storage.users.create(person, Date.now())
    },
    callAs: (name) => callAs(server, name),
    async upload(by, appid, fixture, version) {
      const archive = await packFolder(join(ROOT, 'fixtures', 'miniprograms', fixture))
      const form = new FormData()
      form.set('version', version)
      form.set('description', version)
      form.set('package', new Blob([new Uint8Array(archive)]), 'package.zip')
      const call = await callAs(server, by)
      return call('POST', `/v1/apps/${appid}/releases`, form)
    },
    fillDemo: () => fillDemo(storage),
    async packed(fixture) {
      const path = join(dataDirectory, `${fixture}.zip`)
      await writeFile(path, await packFolder(join(ROOT, 'fixtures', 'miniprograms', fixture)))
      return path
    },
    check: (content) => checkAsApp(server, content),
    checkPicture: (bytes) => checkPictureAsApp(server, bytes),
    async close() {
      await server.close()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

async function start(dataDirectory: string, consoleDirectory: string): Promise<RunningServer> {
  const log: string[] = []
  try {
    return await startServer({
      dataDirectory: join(dataDirectory, 'database'),
      port: 0,
      host: '127.0.0.1',
      simulatedClock: true,
      consoleDirectory,
      log: (line) => log.push(line),
    })
  } catch (error) {
    throw new Error(`the server did not start:\n${log.join('\n')}`, { cause: error })
  }
}

async function checkAsApp(server: RunningServer, content: string): Promise<string> {
  const body = JSON.stringify({ version: 2, scene: 3, openid: 'o-1', content })
  const { trace_id, result } = await callAsApp(server, '/wxa/msg_sec_check', body)
  assert.equal((result as { suggest?: string }).suggest, 'review')
  return String(trace_id)
}

async function checkPictureAsApp(server: RunningServer, bytes: Uint8Array): Promise<number> {
  const form = new FormData()
  form.set('media', new Blob([new Uint8Array(bytes)]), 'picture.png')
  const { errcode } = await callAsApp(server, '/wxa/img_sec_check', form)
  return Number(errcode)
}

/** Signed in with a session of its own, from the server's own origin. */
async function callAs({ url, ports }: RunningServer, name: string): Promise<Caller> {
  const user = (await ports.storage.users.list()).find((one) => one.name === name)
  assert(user, `nobody is called ${name}`)
  const session = await ports.storage.sessions.start(user.id, Date.now(), 3_600_000)
  return async <Answer>(method: string, path: string, body?: unknown) => {
    const isJson = body !== undefined && !(body instanceof FormData)
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        cookie: `fangxing_session=${session}`,
        origin: url,
        ...(isJson ? { 'content-type': 'application/json' } : {}),
      },
      ...(body === undefined ? {} : { body: isJson ? JSON.stringify(body) : (body as FormData) }),
    })
    const text = await response.text()
    assert(response.ok, `${method} ${path} answered ${response.status}: ${text}`)
    return (text === '' ? null : JSON.parse(text)) as Answer
  }
}

/** As the first app that is registered, with a fresh secret. */
async function callAsApp({ url, ports }: RunningServer, path: string, body: string | FormData) {
  const [app] = await ports.storage.apps.list()
  assert(app, 'an app is registered')
  const { appid } = app
  const secret = await ports.storage.apps.renewSecret(appid)
  const now = Date.now()
  const { token } = await ports.storage.tokens.issue({ appid, secret, kind: 'stable', now })
  const answer = await fetch(`${url}${path}?access_token=${token}`, { method: 'POST', body })
  return (await answer.json()) as Readonly<Record<string, unknown>>
}
