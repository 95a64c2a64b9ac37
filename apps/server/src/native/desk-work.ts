/** The reviewer's desk: what waits in one order, taking the next, one item whole, deciding, putting aside. */

import { AppError } from '@fangxing/contract'
import type { DeskItem, User } from '@fangxing/storage'
import { z } from 'zod'
import { decideItem } from '../desk/decide-item.ts'
import { readDeskPolicy } from '../desk/desk-policy.ts'
import {
  DESK_CLAIM_MS,
  type DeskWish,
  giveNext,
  noteExposure,
  toQueueFilter,
} from '../desk/next-item.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { claimRelease } from '../use-cases/claim-release.ts'
import { asUser } from './cases.ts'
import { readAppNames, toItemView, toNextView, toWholeView } from './desk-view.ts'
import {
  decision,
  deskPage,
  nextItem,
  putAside,
  queueQuery,
  wholeItem,
  wish,
} from './shapes/desk.ts'
import { id } from './shapes/parts.ts'
import { claimGrant } from './shapes/release.ts'

const params = z.object({ id })
const NOTHING = z.undefined()

/** A person comes back to what was skipped on the next day at the latest. */
const SKIP_MS = 12 * 3_600_000
const HOLD_MINUTES = 60

export function registerDeskWork(app: App, ports: Ports): void {
  registerQueue(app, ports)
  registerItem(app, ports)
  registerLease(app, ports)
  registerAnswers(app, ports)
}

function registerQueue(app: App, ports: Ports): void {
  const { storage, clock } = ports

  app.get('/v1/desk/queue', {
    config: { access: ['reviewer', 'operator'] },
    schema: {
      summary: 'Everything that waits for a reviewer, in the order in which it comes up',
      querystring: queueQuery,
      response: { 200: deskPage },
    },
    async handler({ caller, query: { state, cursor, limit, ...asked } }) {
      const filter = await filterFor(ports, asUser(caller), asked, state)
      const page = await storage.desk.list({ ...filter, cursor, limit }, clock.now())
      return {
        items: await toViews(ports, page.items),
        nextCursor: page.nextCursor,
        counts: [...(await storage.desk.countWaiting())],
      }
    },
  })

  app.post('/v1/desk/next', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Take what comes up next, by skill and today’s budget; a decision needs the fence',
      body: wish,
      response: { 200: nextItem },
    },
    async handler({ caller, body }) {
      const next = await giveNext(ports, asUser(caller), body ?? {})
      if (next.item === null) return { ...GONE, because: next.because }
      const [view] = await toViews(ports, [next.item])
      return view ? toNextView(view, next.granted) : GONE
    },
  })
}

const GONE = { item: null, fence: null, expiresAt: null, because: 'nothing' } as const

async function filterFor(
  { storage }: Ports,
  user: User,
  asked: DeskWish,
  state: 'waiting' | 'mine' | 'aside' | 'escalated',
) {
  const policy = await readDeskPolicy(storage.settings)
  const person = await storage.desk.person(user.id)
  return toQueueFilter({ policy, person, wish: asked, isMild: false }, state)
}

async function toViews(ports: Ports, items: readonly DeskItem[]) {
  const policy = await readDeskPolicy(ports.storage.settings)
  const names = await readAppNames(ports)
  return items.map((item) => toItemView(item, policy, names))
}

function registerItem(app: App, ports: Ports): void {
  app.get('/v1/desk/items/:id', {
    config: { access: ['reviewer', 'operator'] },
    schema: {
      summary:
        'One item with its content, the evidence, and what was decided about the like before',
      params,
      response: { 200: wholeItem },
    },
    async handler({ params: { id: itemId } }) {
      const { item, subject } = await getItem(ports, itemId)
      const [view] = await toViews(ports, [item])
      if (view === undefined) throw new AppError('CASE_NOT_FOUND', { item: itemId })
      return toWholeView(ports, view, subject)
    },
  })
}

async function getItem({ storage, clock }: Ports, itemId: string) {
  const item = await storage.desk.find(itemId, clock.now())
  const subject = await storage.desk.subjectOf(itemId)
  if (item === null || subject === null) throw new AppError('CASE_NOT_FOUND', { item: itemId })
  return { item, subject }
}

function registerLease(app: App, ports: Ports): void {
  const { storage, clock } = ports

  app.post('/v1/desk/items/:id/claim', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Take it, or go on holding it: an open window asks every minute',
      params,
      response: { 200: claimGrant },
    },
    async handler({ caller, params: { id: itemId } }) {
      const user = asUser(caller)
      const { item, subject } = await getItem(ports, itemId)
      if (subject.kind === 'release') return claimRelease(ports, itemId, user)
      const answer = await storage.desk.claim(itemId, user.id, clock.now(), DESK_CLAIM_MS)
      if (answer.kind === 'held') {
        throw new AppError('STALE_FENCE', {
          heldBy: answer.by.userName,
          expiresAt: answer.by.expiresAt,
        })
      }
      await noteExposure(ports, user.id, item, await readDeskPolicy(storage.settings))
      return { fence: answer.fence, expiresAt: answer.expiresAt }
    },
  })

  app.delete('/v1/desk/items/:id/claim', {
    config: { access: ['reviewer'] },
    schema: { summary: 'Give it back', params, response: { 204: NOTHING } },
    async handler({ caller, params: { id: itemId } }, reply) {
      await storage.desk.giveBack(itemId, asUser(caller).id)
      return reply.code(204).send()
    },
  })
}

function registerAnswers(app: App, ports: Ports): void {
  const { storage, clock } = ports

  app.post('/v1/desk/items/:id/decision', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Decide by clause; whether somebody looks again is not told',
      params,
      body: decision,
      response: { 204: NOTHING },
    },
    async handler({ caller, body, params: { id: itemId } }, reply) {
      await decideItem(ports, itemId, asUser(caller), body)
      return reply.code(204).send()
    },
  })

  app.post('/v1/desk/items/:id/aside', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Put it aside: skipped for oneself, held for a while, or handed to a lead',
      params,
      body: putAside,
      response: { 204: NOTHING },
    },
    async handler({ caller, body: { kind, note, minutes = HOLD_MINUTES }, params }, reply) {
      const user = asUser(caller)
      const { item } = await getItem(ports, params.id)
      const at = clock.now()
      if (item.claim !== null && item.claim.userId !== user.id) {
        throw new AppError('STALE_FENCE', { heldBy: item.claim.userName })
      }
      const until = { skip: at + SKIP_MS, hold: at + minutes * 60_000, escalate: null }[kind]
      await storage.desk.mark(item.id, user.id, { kind, note, at, until })
      await storage.desk.giveBack(item.id, user.id)
      return reply.code(204).send()
    },
  })

  app.delete('/v1/desk/items/:id/aside', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'End a hold; by whoever set it, or a lead',
      params,
      response: { 204: NOTHING },
    },
    async handler({ caller, params: { id: itemId } }, reply) {
      const user = asUser(caller)
      const { item } = await getItem(ports, itemId)
      const { skills } = await storage.desk.person(user.id)
      const isAnothers = item.mark?.kind === 'hold' && item.mark.by !== user.name
      if (isAnothers && !skills.includes('lead')) throw new AppError('NOT_ALLOWED')
      await storage.desk.unmark(itemId, 'hold')
      return reply.code(204).send()
    },
  })
}
