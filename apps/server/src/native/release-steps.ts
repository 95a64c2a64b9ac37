/**
 * What can be done to a release, one route a step. Each answers with the release as it is then.
 *
 * The route says which role acts; the table of `@fangxing/release` has the last word.
 */

import type { Actor } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import { z } from 'zod'
import type { Caller, Entrant } from '../http/access.ts'
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
  rejecting,
  release,
  remark,
  submission,
  takedownOrder,
} from './shapes/release.ts'

type Take<Body> = (
  ports: Ports,
  input: NonNullable<Body> & { readonly releaseId: string; readonly actor: Actor },
) => Promise<Release>

interface Step<Body extends z.ZodType> {
  readonly path: string
  readonly summary: string
  /** Who may. A person acts under the first of their roles that is named here. */
  readonly entrants: readonly Entrant[]
  readonly body: Body
  readonly take: Take<z.output<Body>>
}

export function registerReleaseSteps(app: App, ports: Ports): void {
  const add = <Body extends z.ZodType>(step: Step<Body>) => registerStep(app, ports, step)

  add({
    path: 'submit',
    summary: 'Hand the version in for review',
    entrants: ['app', 'developer'],
    body: submission,
    take: submitRelease,
  })
  add({
    path: 'withdraw',
    summary: 'Take the submission back',
    entrants: ['app', 'developer'],
    body: remark,
    take: withdrawRelease,
  })
  add({
    path: 'launch',
    summary: 'Bring the version out',
    entrants: ['app', 'developer'],
    body: remark,
    take: launchRelease,
  })
  add({
    path: 'approve',
    summary: 'Approve; files when a category asks for it',
    entrants: ['reviewer'],
    body: approval,
    take: approveRelease,
  })
  add({
    path: 'reject',
    summary: 'Reject by clause',
    entrants: ['reviewer'],
    body: rejecting,
    take: rejectRelease,
  })
  registerStepsAfterReview(add)
}

function registerStepsAfterReview(add: <Body extends z.ZodType>(step: Step<Body>) => void): void {
  add({
    path: 'filing/pass',
    summary: 'The authority agrees',
    entrants: ['authority'],
    body: remark,
    take: passFiling,
  })
  add({
    path: 'filing/reject',
    summary: 'The authority objects, by clause',
    entrants: ['authority'],
    body: filingRejection,
    take: rejectFiling,
  })
  add({
    path: 'takedown-order',
    summary: 'Order the version down by a deadline',
    entrants: ['authority', 'operator'],
    body: takedownOrder,
    take: orderTakedown,
  })
  add({
    path: 'taken-down',
    summary: 'Report that the version is down',
    entrants: ['app', 'developer', 'operator'],
    body: remark,
    take: reportTakenDown,
  })
}

function registerStep<Body extends z.ZodType>(app: App, ports: Ports, step: Step<Body>): void {
  app.post(`/v1/releases/:id/${step.path}`, {
    config: { access: step.entrants },
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
      const actor = toActor(caller, step.entrants)
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
