/** Uploading a version, and finding releases again. */

import { AppError } from '@fangxing/contract'
import { type State, statesAtTurn, type Turn } from '@fangxing/release'
import { z } from 'zod'
import { EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import { readPackageForm } from '../http/package-form.ts'
import type { Ports } from '../ports.ts'
import { getRelease } from '../use-cases/cause.ts'
import { uploadRelease } from '../use-cases/upload-release.ts'
import { assertSeesApp, assertSeesRelease, sightOf, toActor } from './actor.ts'
import { viewRelease, viewReleases } from './release-view.ts'
import { id, pageOf } from './shapes/parts.ts'
import { release, releaseQuery } from './shapes/release.ts'

/** The form beside the file. Versions are shown in narrow columns; descriptions on one screen. */
const form = z.object({
  version: z.string().trim().min(1).max(64),
  description: z.string().max(2000).default(''),
})

export function registerReleaseIntake(app: App, ports: Ports): void {
  app.post('/v1/apps/:appid/releases', {
    config: { access: ['app', 'developer'] },
    schema: {
      summary: 'Upload a version: multipart/form-data with package (zip), version, description',
      consumes: ['multipart/form-data'],
      params: z.object({ appid: id }),
      response: { 201: release },
    },
    async handler(request, reply) {
      const { appid } = request.params
      const found = await ports.storage.apps.find(appid)
      if (found === null) throw new AppError('APP_NOT_FOUND', { appid })
      assertSeesApp(request.caller, found)

      const actor = toActor(request.caller, ['developer'], appid)
      const { archive, fields } = await readPackageForm(request, form)
      const draft = await uploadRelease(ports, { appid, archive, actor, ...fields })
      return reply.code(201).send(await viewRelease(ports, draft, request.caller))
    },
  })

  registerReleaseReading(app, ports)
}

function registerReleaseReading(app: App, ports: Ports): void {
  app.get('/v1/releases', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'Releases, newest first',
      querystring: releaseQuery,
      response: { 200: pageOf(release) },
    },
    async handler({ caller, query: { state, turn, appid, expedited, cursor, limit } }) {
      const page = await ports.storage.releases.list({
        appid: caller.kind === 'app' ? caller.appid : appid,
        states: wantedStates(state as State | undefined, turn),
        within: sightOf(caller) ?? undefined,
        expedited,
        cursor,
        limit,
      })
      return {
        items: await viewReleases(ports, page.items, caller),
        nextCursor: page.nextCursor,
      }
    },
  })

  app.get('/v1/releases/:id', {
    config: { access: EVERYBODY_KNOWN },
    schema: { summary: 'One release', params: z.object({ id }), response: { 200: release } },
    async handler({ caller, params }) {
      const found = await getRelease(ports, params.id)
      assertSeesRelease(caller, found)
      return viewRelease(ports, found, caller)
    },
  })
}

function wantedStates(
  state: State | undefined,
  turn: Turn | undefined,
): readonly State[] | undefined {
  if (state !== undefined) return [state]
  return turn && statesAtTurn(turn)
}
