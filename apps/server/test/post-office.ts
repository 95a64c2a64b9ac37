/**
 * A storage with apps that have callbacks, and a worker whose clock stands: what deliveries are
 * tried on. Nothing runs beside a test; it says when something is sent.
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type AppCallbacks,
  type Delivery,
  type DeliveryDraft,
  openStorage,
  type Storage,
  startEmbeddedPostgres,
} from '@fangxing/storage'
import { type SetClock, setClock } from '../src/clock.ts'
import type { DeliveryPorts } from '../src/delivery/deliver.ts'
import { openOutside } from '../src/delivery/open-outside.ts'
import type { Outside } from '../src/delivery/sender.ts'
import { toWebhookSecret } from '../src/delivery/webhook-signature.ts'

/** Real enough for a library that checks the age of a signature. */
export const START = Date.now()

export const SECRET = toWebhookSecret(new Uint8Array(32).fill(5))

export interface PostOffice extends DeliveryPorts {
  readonly databaseUrl: string
  readonly wallClock: SetClock
  readonly lines: readonly string[]
  /** The same, as another process with other bounds would have it. */
  another(more?: Partial<Outside>): Promise<DeliveryPorts>
  close(): Promise<void>
}

export async function openPostOffice(more: Partial<Outside> = {}): Promise<PostOffice> {
  const directory = await mkdtemp(join(tmpdir(), 'fangxing-delivery-test-'))
  const postgres = await startEmbeddedPostgres({ directory, log: () => {} })
  const storages: Storage[] = []
  const open = async () => {
    const storage = await openStorage({ url: postgres.url })
    storages.push(storage)
    return storage
  }
  const lines: string[] = []
  const wallClock = setClock(START)
  const usual = { ...openOutside({ allowedNetworks: ['127.0.0.1'] }), jitter: () => 0 }
  const log = (line: string) => lines.push(line)
  const toPorts = (storage: Storage, others: Partial<Outside>) => ({
    ...{ storage, wallClock, log, outside: { ...usual, ...others } },
  })
  return {
    ...toPorts(await open(), more),
    wallClock,
    databaseUrl: postgres.url,
    lines,
    another: async (others = {}) => toPorts(await open(), { ...more, ...others }),
    async close() {
      for (const storage of storages) await storage.close()
      await postgres.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** An app with these callbacks; its appid. */
export async function appWith(
  { storage }: DeliveryPorts,
  callbacks: Partial<AppCallbacks>,
): Promise<string> {
  const subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
  const { app } = await storage.apps.create({ name: '园艺笔记', subject, categories: [] }, START)
  const none = { webhook: null, wechat: null, mail: null }
  await storage.callbacks.set(app.appid, { ...none, ...callbacks }, START)
  return app.appid
}

export async function enqueue(
  { storage }: DeliveryPorts,
  appid: string,
  more: Partial<DeliveryDraft> = {},
): Promise<string> {
  const usual = { channel: 'webhook', kind: 'rejected', body: { version: '1.0.0' } } as const
  return storage.deliveries.add({ ...usual, createdAt: START, ...more, appid })
}

export async function found({ storage }: DeliveryPorts, id: string): Promise<Delivery> {
  const delivery = await storage.deliveries.find(id)
  if (delivery === null) throw new Error(`no delivery ${id}`)
  return delivery
}
