/** Uploading a version, and finding releases again. */

import { AppError } from '@fangxing/contract'
import type { State } from '@fangxing/release'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { packageLimits } from '../archive/index.ts'
import { EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { getRelease } from '../use-cases/cause.ts'
import { uploadRelease } from '../use-cases/upload-release.ts'
import { assertSeesApp, assertSeesRelease, onlyRegionOf, toActor } from './actor.ts'
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

      const { archive, fields } = await readForm(request)
      const actor = toActor(request.caller, ['developer'])
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
    async handler({ caller, query: { state, appid, cursor, limit } }) {
      const page = await ports.storage.releases.list({
        appid: caller.kind === 'app' ? caller.appid : appid,
        states: state === undefined ? undefined : [state as State],
        region: onlyRegionOf(caller) ?? undefined,
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

interface Parts {
  readonly archive: Buffer | undefined
  readonly texts: Readonly<Record<string, unknown>>
}

async function readForm(request: FastifyRequest) {
  if (!request.isMultipart()) {
    throw new AppError('REQUEST_MALFORMED', { because: 'not multipart/form-data' })
  }
  const { archive, texts } = await readParts(request).catch(refuseBrokenForm)
  if (archive === undefined) {
    throw new AppError('REQUEST_MALFORMED', { fields: ['package: missing'] })
  }
  const parsed = form.safeParse(texts)
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`)
    throw new AppError('REQUEST_MALFORMED', { fields })
  }
  return { archive, fields: parsed.data }
}

/** Reads to the end; a file that was cut off, by the sender or by the limit, is refused. */
async function readParts(request: FastifyRequest): Promise<Parts> {
  let archive: Buffer | undefined
  const texts: Record<string, unknown> = {}
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      texts[part.fieldname] = part.value
      continue
    }
    if (part.fieldname !== 'package' || archive !== undefined) {
      throw new AppError('REQUEST_MALFORMED', { fields: [`unexpected file: ${part.fieldname}`] })
    }
    archive = await part.toBuffer()
    if (part.file.truncated) {
      throw new AppError('PACKAGE_TOO_LARGE', { maxBytes: packageLimits.maxArchiveBytes })
    }
  }
  return { archive, texts }
}

/** The parser reports a form that breaks off as a plain error; only the sender can cause it. */
function refuseBrokenForm(error: Error): never {
  if (error instanceof AppError || 'code' in error) throw error
  throw new AppError('REQUEST_MALFORMED', { because: error.message }, { cause: error })
}
