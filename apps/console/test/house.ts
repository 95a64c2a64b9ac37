/**
 * A whole server with the built console, on a free port and a simulated clock, and the people of it.
 *
 * `buildConsole` builds only when the sources changed. The database lies in a temporary folder,
 * which goes when the house is closed.
 */

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packFolder, type RunningServer, startServer } from '@fangxing/server'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const CONSOLE_DIRECTORY = join(import.meta.dirname, '..', 'dist')

export const PASSWORD = 'long rather than odd'

export interface House {
  readonly url: string
  readonly firstRunLink: string
  /** A zip of a fixture, as a developer would choose it. */
  packed(fixture: string): Promise<string>
  /** A text that an app asks about, as one of its users; returns the trace id. */
  check(content: string): Promise<string>
  /** A picture that an app asks about; answers the number it is told. */
  checkPicture(bytes: Uint8Array): Promise<number>
  close(): Promise<void>
}

export function buildConsole(): void {
  execFileSync(process.execPath, [join(ROOT, 'tools', 'build-console.mjs')], { stdio: 'pipe' })
}

export async function openHouse(): Promise<House> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'fangxing-console-'))
  const server = await start(dataDirectory)
  assert(server.firstRunLink, 'a fresh server has a first-run link')
  return {
    url: server.url,
    firstRunLink: server.firstRunLink,
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

async function start(dataDirectory: string): Promise<RunningServer> {
  const log: string[] = []
  try {
    return await startServer({
      dataDirectory: join(dataDirectory, 'database'),
      port: 0,
      host: '127.0.0.1',
      simulatedClock: true,
      consoleDirectory: CONSOLE_DIRECTORY,
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
