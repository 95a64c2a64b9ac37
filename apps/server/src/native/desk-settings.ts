/** How the desk works: for everybody (policy, golden tasks, skills), and for oneself. */

import { AppError } from '@fangxing/contract'
import type { GoldenTask } from '@fangxing/storage'
import { z } from 'zod'
import {
  type DeskPolicy,
  kindsFor,
  readDeskPolicy,
  type Shield,
  shieldFor,
  writeDeskPolicy,
} from '../desk/desk-policy.ts'
import { makeGolden } from '../desk/golden-task.ts'
import { dayOf, readBudget } from '../desk/next-item.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { asUser } from './cases.ts'
import {
  deskPeople,
  deskPolicy,
  goldenDraft,
  goldenTask,
  myDesk,
  myDeskChange,
  skillsChange,
} from './shapes/desk.ts'
import { id } from './shapes/parts.ts'
import { toWire } from './wire.ts'

const params = z.object({ id })

export function registerDeskSettings(app: App, ports: Ports): void {
  registerPolicy(app, ports)
  registerMine(app, ports)
  registerPeople(app, ports)
  registerGolden(app, ports)
}

function registerPolicy(app: App, { storage }: Ports): void {
  app.get('/v1/desk/policy', {
    config: { access: ['operator', 'reviewer'] },
    schema: {
      summary: 'What comes first, who looks twice, how people are spared',
      response: { 200: deskPolicy },
    },
    handler: async () => toPolicyView(await readDeskPolicy(storage.settings)),
  })

  app.put('/v1/desk/policy', {
    config: { access: ['operator'] },
    schema: { summary: 'Set it', body: deskPolicy, response: { 200: deskPolicy } },
    async handler({ body }) {
      await writeDeskPolicy(storage.settings, body as DeskPolicy)
      return toPolicyView(await readDeskPolicy(storage.settings))
    },
  })
}

function toPolicyView(policy: DeskPolicy) {
  return toWire(policy) as z.infer<typeof deskPolicy>
}

interface OwnShield {
  readonly picture?: Shield
  readonly isMuted?: boolean
}

function registerMine(app: App, ports: Ports): void {
  const { storage } = ports
  const tell = async (userId: string) => {
    const policy = await readDeskPolicy(storage.settings)
    const { skills, filters, shield } = await storage.desk.person(userId)
    const own = shield as OwnShield
    return toWire({
      ...{ skills, filters, ownShield: own, kinds: kindsFor(skills) },
      isLead: skills.includes('lead'),
      shield: shieldFor(policy.shield, own),
      budget: await readBudget(ports, userId, policy),
    })
  }

  app.get('/v1/desk/me', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'My skills, filters, shield, and today’s budget',
      response: { 200: myDesk },
    },
    handler: ({ caller }) => tell(asUser(caller).id),
  })

  app.put('/v1/desk/me', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'My filters, and how hard things are shown: never weaker than the operator’s least',
      body: myDeskChange,
      response: { 200: myDesk },
    },
    async handler({ caller, body }) {
      const { id: userId } = asUser(caller)
      await storage.desk.setPerson(userId, body)
      return tell(userId)
    },
  })
}

function registerPeople(app: App, { storage, clock }: Ports): void {
  const tell = async () => {
    const seen = new Map(
      (await storage.desk.exposuresOf(dayOf(clock.now()))).map((one) => [one.userId, one.count]),
    )
    const skills = new Map((await storage.desk.people()).map((one) => [one.userId, one.skills]))
    const reviewers = (await storage.users.list()).filter(({ roles }) => roles.includes('reviewer'))
    return {
      items: reviewers.map(({ id: userId, name }) => ({
        ...{ userId, name, skills: [...(skills.get(userId) ?? [])] },
        seenToday: seen.get(userId) ?? 0,
      })),
    }
  }

  app.get('/v1/desk/people', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Reviewers: skills, and what they had to see today',
      response: { 200: deskPeople },
    },
    handler: tell,
  })

  app.put('/v1/desk/people/:id', {
    config: { access: ['operator'] },
    schema: {
      summary:
        'Set what a reviewer is given; without any kind: everything. `lead` ends disagreements',
      params,
      body: skillsChange,
      response: { 200: deskPeople },
    },
    async handler({ params: { id: userId }, body }) {
      const user = await storage.users.find(userId)
      if (user === null) throw new AppError('REQUEST_MALFORMED', { field: 'id' })
      await storage.desk.setPerson(userId, body)
      return tell()
    },
  })
}

function registerGolden(app: App, ports: Ports): void {
  const { storage, clock } = ports

  app.get('/v1/desk/golden', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Tasks with a known answer, newest first',
      response: { 200: z.object({ items: z.array(goldenTask) }) },
    },
    handler: async () => ({ items: (await storage.desk.listGolden()).map(toGoldenView) }),
  })

  app.post('/v1/desk/golden', {
    config: { access: ['operator'] },
    schema: {
      summary: 'Make one of a decided case; its decision is what is right',
      body: goldenDraft,
      response: { 201: goldenTask },
    },
    async handler({ caller, body }, reply) {
      const made = await makeGolden(ports, body.caseId, asUser(caller))
      return reply.code(201).send(toGoldenView(made))
    },
  })

  app.delete('/v1/desk/golden/:id', {
    config: { access: ['operator'] },
    schema: { summary: 'Hand it out no more', params, response: { 204: z.undefined() } },
    async handler({ params: { id: taskId } }, reply) {
      const isRetired = await storage.desk.retireGolden(taskId, clock.now())
      if (!isRetired) throw new AppError('CASE_NOT_FOUND', { item: taskId })
      return reply.code(204).send()
    },
  })
}

function toGoldenView({ content, writer, scene, ...rest }: GoldenTask) {
  return toWire(rest)
}
