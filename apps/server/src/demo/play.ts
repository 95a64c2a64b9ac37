/**
 * Plays one story: the version is uploaded and each step taken, at its own time, by whoever's part
 * it is, through the same use cases that the interfaces call.
 *
 * The machine reviews at once instead of by a job, so that the next step finds its answer. A step
 * that the machine's answer has made impossible ends the story there.
 */

import { join } from 'node:path'
import type { UgcDeclaration } from '@fangxing/contract'
import type { Actor } from '@fangxing/release'
import type { Release, User } from '@fangxing/storage'
import { packFolder } from '../archive/index.ts'
import type { SetClock } from '../clock.ts'
import type { Ports } from '../ports.ts'
import { passFiling, rejectFiling } from '../use-cases/answer-filing.ts'
import { approveRelease } from '../use-cases/approve-release.ts'
import { getRelease } from '../use-cases/cause.ts'
import { claimRelease } from '../use-cases/claim-release.ts'
import { launchRelease } from '../use-cases/launch-release.ts'
import { rejectRelease } from '../use-cases/reject-release.ts'
import { reviewByMachine } from '../use-cases/review-by-machine.ts'
import { submitRelease } from '../use-cases/submit-release.ts'
import { moveIfDue } from '../use-cases/sweep-due.ts'
import { orderTakedown, reportTakenDown } from '../use-cases/take-down.ts'
import { uploadRelease } from '../use-cases/upload-release.ts'
import { withdrawRelease } from '../use-cases/withdraw-release.ts'
import type { Cast } from './people.ts'
import type { Decision, Step, Story } from './story.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const FIXTURES = join(import.meta.dirname, '..', '..', '..', '..', 'fixtures', 'miniprograms')

const DECLARATION: UgcDeclaration = {
  scenes: [1, 2, 4],
  methods: [1, 3],
  hasAuditTeam: true,
  description: '先经内容安全接口检测，存疑内容由值班人员复核。',
}

export interface Stage {
  readonly ports: Ports
  readonly clock: SetClock
  readonly cast: Cast
  /** The real time, at which the last story ends. */
  readonly now: number
}

export async function playStory(stage: Stage, appid: string, story: Story): Promise<void> {
  const { ports, clock, cast, now } = stage
  let at = now - story.startsDaysAgo * DAY_MS
  clock.set(at)
  const { version, description } = story
  const archive = await packFolder(join(FIXTURES, story.fixture))
  const actor = toActor(cast.users.developer, 'developer')
  const { id } = await uploadRelease(ports, { appid, version, description, archive, actor })

  for (const step of story.steps) {
    const release = await getRelease(ports, id)
    if (release.life.state === 'rejected') return
    const due = step.kind === 'preLaunch' ? (release.filingDueAt ?? at) : 0
    at = Math.max(at + step.afterHours * HOUR_MS, due)
    clock.set(at)
    await takeStep(stage, release, step)
  }
}

async function takeStep(stage: Stage, release: Release, step: Step): Promise<void> {
  const { ports, clock, cast } = stage
  const releaseId = release.id
  const developer = toActor(cast.users.developer, 'developer')
  const authority = toActor(cast.users.authority, 'authority')
  switch (step.kind) {
    case 'submit':
      await submit(stage, releaseId, developer)
      return
    case 'approve':
    case 'reject':
      await decide(stage, releaseId, step)
      return
    case 'withdraw':
      await withdrawRelease(ports, { releaseId, actor: developer })
      return
    case 'preLaunch':
      await moveIfDue(ports, releaseId)
      return
    case 'launch':
      await launchRelease(ports, { releaseId, actor: developer })
      return
    case 'passFiling':
      await passFiling(ports, { releaseId, actor: authority, note: step.note })
      return
    case 'rejectFiling':
      await rejectFiling(ports, { ...step, releaseId, actor: authority })
      return
    case 'orderTakedown': {
      const deadlineAt = clock.now() + step.withinHours * HOUR_MS
      await orderTakedown(ports, { releaseId, actor: authority, note: step.note, deadlineAt })
      return
    }
    case 'takeDown':
      await reportTakenDown(ports, { releaseId, actor: developer })
  }
}

async function submit({ ports }: Stage, releaseId: string, actor: Actor): Promise<void> {
  const submitted = await submitRelease(ports, { releaseId, actor, ugcDeclaration: DECLARATION })
  if (submitted.auditId !== null) {
    await reviewByMachine(ports, { releaseId, auditId: submitted.auditId })
  }
}

async function decide({ ports, cast }: Stage, releaseId: string, step: Decision): Promise<void> {
  const reviewer = cast.users.reviewer
  const { fence } = await claimRelease(ports, releaseId, reviewer)
  const actor = toActor(reviewer, 'reviewer')
  if (step.kind === 'approve') await approveRelease(ports, { releaseId, actor, fence })
  else await rejectRelease(ports, { ...step, releaseId, actor, fence })
}

function toActor({ id, name }: User, kind: Actor['kind']): Actor {
  return { kind, id, name }
}
