/** A whole listening server with one app and some words of its own, for tests only. */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '@fangxing/server'
import type { Storage } from '@fangxing/storage'
import type { ClientOptions } from '../src/types.ts'

export interface House {
  readonly url: string
  readonly storage: Storage
  /** Of the app. */
  readonly options: ClientOptions
  close(): Promise<void>
}

const WORDS = [
  ['丁香茶', 'review'],
  ['夹竹桃', 'block'],
] as const

export async function openHouse(): Promise<House> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'fangxing-client-test-'))
  const server = await startServer({
    ...{ dataDirectory, port: 0, host: '127.0.0.1', simulatedClock: false },
    delivery: { allowedNetworks: ['127.0.0.1'] },
    log: () => {},
  })
  const { storage, lexicon } = server.ports
  const subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
  const draft = { name: '花园论坛', subject, categories: [{ first: '社交', second: '笔记' }] }
  const { app, secret } = await storage.apps.create(draft, Date.now())
  for (const [text, level] of WORDS) {
    await storage.terms.add({ text, label: 10001, level, createdBy: '运营' }, Date.now())
  }
  lexicon.invalidate()
  return {
    url: server.url,
    storage,
    options: { baseUrl: server.url, appid: app.appid, secret },
    async close() {
      await server.close()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** Decides a case as a reviewer would. */
export async function settle(
  { storage }: House,
  traceId: string,
  verdict: 'pass' | 'risky',
): Promise<void> {
  const now = Date.now()
  const draft = {
    name: `审核 ${traceId}`,
    roles: ['reviewer'],
    password: 'a long sentence',
  } as const
  const { id: userId } = await storage.users.create(draft, now)
  const claim = await storage.cases.claim(traceId, userId, now, 60_000)
  const fence = claim.kind === 'granted' ? claim.fence : 0
  const decision = { verdict, label: 10001, note: '看过了', by: '王审核', at: now } as const
  await storage.cases.decide(traceId, { userId, fence, now }, decision, () => ({
    webhookEvents: [],
    pushes: [],
  }))
}
