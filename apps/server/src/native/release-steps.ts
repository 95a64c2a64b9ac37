/**
 * What can be done to a release, one route a step. Each answers with the release as it is then.
 *
 * The route says which role acts; the table of `@fangxing/release` has the last word.
 */

import type { Actor } from '@fangxing/release'
import type { Release, Role } from '@fangxing/storage'
import { z } from 'zod'
import type { Caller } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { passFiling, rejectFiling } from '../use-cases/answer-filing.ts'
import { approveRelease } from '../use-cases/approve-release.ts'
import { getRelease } from '../use-cases/cause.ts'
import { launchRelease } from '../use-cases/launch-release.ts'
import { rejectRelease } from '../use-cases/reject-release.ts'
import { submitRelease } from '../use-cases/submit-release.ts'
import { orderTakedown, reportTakenDown } from '../use-cases/take-down.ts'
import { withdrawRelease } from '../use-cases/withdraw-release.ts'
import { assertSeesRelease, toActor } from './actor.ts'
import { viewRelease } from './release-view.ts'
import { id } from './shapes/parts.ts'
import {
  approval,
  filingRejection,
  rejection,
  release,
  remark,
  submission,
  takedownOrder,
} from './shapes/release.ts'

type Take<Body> = (
  ports: Ports,
  input: Body & { readonly releaseId: string; readonly actor: Actor },
) => Promise<Release>

interface Step<Body extends z.ZodType> {
  readonly path: string
  readonly summary: string
  /** The first one that the caller holds is the role they act under. */
  readonly roles: readonly Role[]
  readonly body: Body
  readonly take: Take<z.output<Body>>
}

export function registerReleaseSteps(app: App, ports: Ports): void {
  const add = <Body extends z.ZodType>(step: Step<Body>) => registerStep(app, ports, step)

  add({
    path: 'submit',
    summary: 'Hand the version in for review',
    roles: ['developer'],
    body: submission,
    take: submitRelease,
  })
  add({
    path: 'withdraw',
    summary: 'Take the submission back',
    roles: ['developer'],
    body: remark,
    take: withdrawRelease,
  })
  add({
    path: 'launch',
    summary: 'Bring the version out',
    roles: ['developer'],
    body: remark,
    take: launchRelease,
  })
  add({
    path: 'approve',
    summary: 'Approve; files when a category asks for it',
    roles: ['reviewer'],
    body: approval,
    take: approveRelease,
  })
  add({
    path: 'reject',
    summary: 'Reject by clause',
    roles: ['reviewer'],
    body: rejection,
    take: rejectRelease,
  })
  registerStepsAfterReview(add)
}

function registerStepsAfterReview(add: <Body extends z.ZodType>(step: Step<Body>) => void): void {
  add({
    path: 'filing/pass',
    summary: 'The authority agrees',
    roles: ['authority'],
    body: remark,
    take: passFiling,
  })
  add({
    path: 'filing/reject',
    summary: 'The authority objects, by clause',
    roles: ['authority'],
    body: filingRejection,
    take: rejectFiling,
  })
  add({
    path: 'takedown-order',
    summary: 'Order the version down by a deadline',
    roles: ['authority', 'operator'],
    body: takedownOrder,
    take: orderTakedown,
  })
  add({
    path: 'taken-down',
    summary: 'Report that the version is down',
    roles: ['developer', 'operator'],
    body: remark,
    take: reportTakenDown,
  })
}

function registerStep<Body extends z.ZodType>(app: App, ports: Ports, step: Step<Body>): void {
  app.post(`/v1/releases/:id/${step.path}`, {
    config: { access: step.roles },
    schema: {
      summary: step.summary,
      params: z.object({ id }),
      body: step.body,
      response: { 200: release },
    },
    async handler(request) {
      const { caller, params } = request as { caller: Caller; params: { id: string } }
      const found = await getRelease(ports, params.id)
      assertSeesRelease(caller, found)
      const actor = toActor(caller, step.roles)
      const body = request.body as z.output<Body>
      const after = await step.take(ports, {
        ...(body as object),
        releaseId: found.id,
        actor,
      } as never)
      return viewRelease(ports, after, caller)
    },
  })
}
