/** Members of an app: inviting, removing, handing over. An owner does, or an operator. */

import { AppError } from '@fangxing/contract'
import type { MemberChange } from '@fangxing/storage'
import { z } from 'zod'
import { type Caller, type Entrant, EVERY_PERSON } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { assertOwner, assertSeesApp, rolesAt, toActor } from './actor.ts'
import { invitation, members as membersShape, newOwner } from './shapes/member.ts'
import { id } from './shapes/parts.ts'
import { toWire } from './wire.ts'

const KEEPERS: readonly Entrant[] = ['developer', 'operator']

const params = z.object({ appid: id })
const response = { 200: membersShape }

export function registerMembers(app: App, ports: Ports): void {
  app.get('/v1/apps/:appid/members', {
    config: { access: EVERY_PERSON },
    schema: { summary: 'Who the app belongs to, and since when', params, response },
    async handler({ caller, params: { appid } }) {
      await enter(ports, caller, appid)
      return view(ports, caller, appid)
    },
  })

  app.post('/v1/apps/:appid/members', {
    config: { access: KEEPERS },
    schema: {
      summary: 'Add a developer by name, or change their part',
      params,
      body: invitation,
      response,
    },
    async handler({ caller, params: { appid }, body: { name, part } }) {
      await enter(ports, caller, appid)
      assertOwner(caller, appid)
      const found = await ports.storage.users.findByName(name)
      if (!found?.roles.includes('developer')) throw new AppError('USER_NOT_FOUND', { name })
      return change(ports, caller, appid, [{ userId: found.id, part }])
    },
  })

  registerLeaving(app, ports)
}

function registerLeaving(app: App, ports: Ports): void {
  app.delete('/v1/apps/:appid/members/:userId', {
    config: { access: KEEPERS },
    schema: {
      summary: 'Remove a member; anybody may leave by themselves, but not the last owner',
      params: params.extend({ userId: id }),
      response,
    },
    async handler({ caller, params: { appid, userId } }) {
      await enter(ports, caller, appid)
      const isLeaving = caller.kind === 'user' && caller.user.id === userId
      if (!isLeaving) assertOwner(caller, appid)
      return change(ports, caller, appid, [{ userId, part: null }])
    },
  })

  app.post('/v1/apps/:appid/hand-over', {
    config: { access: KEEPERS },
    schema: {
      summary: 'Make a member the owner, and oneself a member, in one step',
      params,
      body: newOwner,
      response,
    },
    async handler({ caller, params: { appid }, body: { userId } }) {
      await enter(ports, caller, appid)
      assertOwner(caller, appid)
      const isMember = (await ports.storage.members.list(appid)).some(
        (one) => one.userId === userId,
      )
      if (!isMember) throw new AppError('USER_NOT_FOUND', { userId })
      return change(ports, caller, appid, [
        { userId, part: 'owner' },
        ...steppingBack(caller, appid, userId),
      ])
    },
  })
}

/** An operator who hands over was no owner; who hands over to themselves stays one. */
function steppingBack(caller: Caller, appid: string, heir: string): readonly MemberChange[] {
  if (caller.kind !== 'user' || caller.user.id === heir) return []
  if (caller.memberOf.get(appid) !== 'owner') return []
  return [{ userId: caller.user.id, part: 'member' }]
}

async function change(
  ports: Ports,
  caller: Caller,
  appid: string,
  changes: readonly MemberChange[],
) {
  const { name } = toActor(caller, KEEPERS, appid)
  await ports.storage.members.change(appid, changes, name, ports.clock.now())
  return view(ports, caller, appid)
}

async function view({ storage }: Ports, caller: Caller, appid: string) {
  const mine = caller.kind === 'user' ? await storage.members.of(caller.user.id) : new Map()
  const items = await storage.members.list(appid)
  const changes = await storage.members.changes(appid)
  const canChange = rolesAt(caller, appid).includes('operator') || mine.get(appid) === 'owner'
  return { items: toWire(items), canChange, changes: changes.map(({ userId, ...one }) => one) }
}

async function enter(ports: Ports, caller: Caller, appid: string): Promise<void> {
  const found = await ports.storage.apps.find(appid)
  if (found === null) throw new AppError('APP_NOT_FOUND', { appid })
  assertSeesApp(caller, found)
}
