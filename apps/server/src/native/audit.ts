/** The audit trail, and whether the record still holds. */

import type { EventKind } from '@fangxing/release'
import type { BrokenBecause, TrailEntry } from '@fangxing/storage'
import type { Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { act, actQuery, trailEntry, trailQuery, verification } from './shapes/audit.ts'
import { pageOf } from './shapes/parts.ts'
import { toWire } from './wire.ts'

const OPERATOR: readonly Entrant[] = ['operator']

const BECAUSE: Readonly<Record<BrokenBecause, { zh: string; en: string }>> = {
  altered: { zh: '内容与指纹不符', en: 'the content is not the one of its hash' },
  unlinked: { zh: '与前一条不相接', en: 'it does not follow the one before it' },
  state: { zh: '状态与事件不符', en: 'the state is not the one of the events' },
  unreadable: { zh: '读不出事件', en: 'it cannot be read as an event' },
}

export function registerAudit(app: App, ports: Ports): void {
  const { acts, trail } = ports.storage

  app.get('/v1/audit/acts', {
    config: { access: OPERATOR },
    schema: {
      summary: 'What people changed, newest first: each entry is bound to the one before',
      querystring: actQuery,
      response: { 200: pageOf(act) },
    },
    handler: async ({ query }) => toWire(await acts.list(query)),
  })

  app.get('/v1/audit/events', {
    config: { access: OPERATOR },
    schema: {
      summary: 'The events of all releases, newest first, by app, kind, actor and time',
      querystring: trailQuery,
      response: { 200: pageOf(trailEntry) },
    },
    async handler({ query: { kind, ...query } }) {
      const page = await trail.list({ ...query, kind: kind as EventKind | undefined })
      return { items: page.items.map(toEntryView), nextCursor: page.nextCursor }
    },
  })

  registerVerification(app, ports)
}

/** Reading everything takes a while and much of the disk: one at a time, whoever asks. */
function registerVerification(app: App, ports: Ports): void {
  let running: ReturnType<typeof verify> | null = null

  app.post('/v1/audit/verify', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Read the whole record and compare every hash',
      response: { 200: verification },
    },
    async handler() {
      running ??= verify(ports).finally(() => {
        running = null
      })
      return running
    },
  })
}

async function verify({ storage, wallClock }: Ports) {
  const begunAt = wallClock.now()
  const { firstBroken, ...releases } = await storage.verifyChain()
  const words = firstBroken && BECAUSE[firstBroken.because]
  return {
    releases: { ...releases, firstBroken: firstBroken && words && { ...firstBroken, words } },
    acts: { ...(await storage.acts.verify()) },
    tookMs: wallClock.now() - begunAt,
  }
}

function toEntryView({ event, releaseId, appid, appName, seq, state, hash }: TrailEntry) {
  const { kind, at, actor } = event
  const { note, clauses } = event as { note?: string; clauses?: readonly string[] }
  return {
    releaseId,
    appid,
    appName,
    seq,
    kind: kind as string,
    at,
    actor: { ...actor },
    state: state as string,
    note: note ?? null,
    clauses: [...(clauses ?? [])],
    hash,
  }
}
