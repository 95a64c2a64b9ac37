/**
 * One step on a release as a route: who may, what is sent, and what it does.
 *
 * The route says which role acts, and where: an authority acts in its own region only. The table of
 * `@fangxing/release` has the last word. The answer is the release as it is then.
 */

import type { Actor } from '@fangxing/release'
import type { Release } from '@fangxing/storage'
import { z } from 'zod'
import type { Caller, Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { getRelease } from '../use-cases/cause.ts'
import { assertActsHere, assertSeesRelease, toActor } from './actor.ts'
import { viewRelease } from './release-view.ts'
import { id } from './shapes/parts.ts'
import { release } from './shapes/release.ts'

export type Take<Body> = (
  ports: Ports,
  input: NonNullable<Body> & { readonly releaseId: string; readonly actor: Actor },
) => Promise<Release>

export interface Step<Body extends z.ZodType> {
  readonly path: string
  readonly summary: string
  /** Who may. A person acts under the first of their roles that is named here. */
  readonly entrants: readonly Entrant[]
  readonly body: Body
  readonly take: Take<z.output<Body>>
}

export type AddStep = <Body extends z.ZodType>(step: Step<Body>) => void

export function registerStep<Body extends z.ZodType>(
  app: App,
  ports: Ports,
  step: Step<Body>,
): void {
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
      const actor = toActor(caller, step.entrants, found.appid)
      assertActsHere(caller, actor, found)
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
