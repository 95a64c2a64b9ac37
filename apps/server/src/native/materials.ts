/** Materials: handing in, finding again, auditing again, when on schedule, and taking back. */

import { AppError } from '@fangxing/contract'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Caller, Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import { assertNativeQuota } from '../http/native-quota.ts'
import { parseFields, readPackageForm } from '../http/package-form.ts'
import { readDeclaredAnswers } from '../materials/declared-answers.ts'
import {
  assertProfile,
  auditAgain,
  handInMaterial,
  type MaterialWish,
} from '../materials/hand-in-material.ts'
import { EMPTY_FORM, materialForm, readMaterialForm } from '../materials/material-form.ts'
import type { Ports } from '../ports.ts'
import { assertSeesApp, contentBounds, toActor } from './actor.ts'
import { getMaterial, toAuditView, toMaterialView, toMaterialWhole } from './material-view.ts'
import {
  handedIn,
  material,
  materialAudit,
  materialDraft,
  materialQuery,
  materialSettings,
  materialWhole,
  schedule,
  uploadFields,
} from './shapes/material.ts'
import { id, pageOf, pageQuery } from './shapes/parts.ts'

export const MATERIAL_READERS: readonly Entrant[] = ['app', 'developer', 'reviewer', 'operator']
const AUTHORS: readonly Entrant[] = ['app', 'developer']
const HOUR_MS = 3_600_000
const params = z.object({ id })

/** Of an article in JSON: its blocks are bounded one by one as well. */
const BODY_LIMIT = 8 * 1024 * 1024

export function registerMaterials(app: App, ports: Ports): void {
  const { materials } = ports.storage

  app.post('/v1/materials', {
    bodyLimit: BODY_LIMIT,
    config: { access: AUTHORS },
    schema: {
      summary:
        'Hand in an article or an address as JSON, or a page as multipart/form-data with package (a zip or one HTML file), manifest, answers and the other fields',
      consumes: ['application/json', 'multipart/form-data'],
      response: { 200: handedIn, 201: handedIn },
    },
    async handler(request, reply) {
      const wish = await readWish(ports, request)
      await assertNativeQuota(ports, reply, { appid: wish.appid, call: 'audit' })
      const { material: found, audit } = await handInMaterial(ports, wish)
      return reply
        .code(audit === null ? 200 : 201)
        .send({ material: toMaterialView(found), audit: audit && toAuditView(audit) })
    },
  })

  app.get('/v1/materials', {
    config: { access: MATERIAL_READERS },
    schema: {
      summary: 'Materials, newest first',
      querystring: materialQuery,
      response: { 200: pageOf(material) },
    },
    async handler({ caller, query }) {
      const page = await materials.list({ ...query, ...contentBounds(caller, query.appid) })
      return { items: page.items.map(toMaterialView), nextCursor: page.nextCursor }
    },
  })

  app.get('/v1/materials/:id', {
    config: { access: MATERIAL_READERS },
    schema: {
      summary: 'One material, where it stands and how far its audit is',
      params,
      response: { 200: materialWhole },
    },
    async handler({ caller, params: { id: materialId } }) {
      return toMaterialWhole(ports, caller, materialId)
    },
  })

  registerAuditing(app, ports)
  registerScheduling(app, ports)
}

function registerAuditing(app: App, ports: Ports): void {
  const { materials, documents } = ports.storage

  app.post('/v1/materials/:id/audits', {
    config: { access: MATERIAL_READERS },
    schema: { summary: 'Audit it again now', params, response: { 202: materialAudit } },
    async handler({ caller, params: { id: materialId } }, reply) {
      const found = await getMaterial(ports, caller, materialId)
      const actor = toActor(caller, MATERIAL_READERS, found.appid)
      await assertNativeQuota(ports, reply, { appid: found.appid, call: 'audit' })
      const audit = await auditAgain(ports, found.id, 'asked', actor.name)
      return reply.code(202).send(toAuditView(audit))
    },
  })

  app.get('/v1/materials/:id/audits', {
    config: { access: MATERIAL_READERS },
    schema: {
      summary: 'Its audits, newest first, each with what it changed',
      params,
      querystring: pageQuery,
      response: { 200: pageOf(materialAudit) },
    },
    async handler({ caller, query, params: { id: materialId } }) {
      const found = await getMaterial(ports, caller, materialId)
      const page = await materials.audits(found.id, query)
      return { items: page.items.map(toAuditView), nextCursor: page.nextCursor }
    },
  })

  app.delete('/v1/materials/:id', {
    config: { access: AUTHORS },
    schema: {
      summary: 'Take it back: no further audits, and nothing is compared with it',
      params,
      response: { 204: z.undefined() },
    },
    async handler({ caller, params: { id: materialId } }, reply) {
      const found = await getMaterial(ports, caller, materialId)
      toActor(caller, AUTHORS, found.appid)
      await materials.withdraw(found.id)
      await documents.remove('audited', found.id)
      return reply.code(204).send()
    },
  })
}

function registerScheduling(app: App, ports: Ports): void {
  const { materials } = ports.storage

  app.put('/v1/materials/:id/schedule', {
    config: { access: AUTHORS },
    schema: {
      summary: 'How often it is audited again; null: as its app has it',
      params,
      body: schedule,
      response: { 200: material },
    },
    async handler({ caller, body, params: { id: materialId } }) {
      const found = await getMaterial(ports, caller, materialId)
      toActor(caller, AUTHORS, found.appid)
      await materials.setInterval(found.id, toMs(body.everyHours))
      return toMaterialView(await getMaterial(ports, caller, materialId))
    },
  })

  app.get('/v1/apps/:appid/material-settings', {
    config: { access: MATERIAL_READERS },
    schema: {
      summary: 'How its materials are audited',
      params: z.object({ appid: id }),
      response: { 200: materialSettings },
    },
    async handler({ caller, params: { appid } }) {
      await assertApp(ports, caller, appid)
      const { everyMs, profile, webBase } = await materials.settings(appid)
      return { everyHours: everyMs && everyMs / HOUR_MS, profile, webBase }
    },
  })

  app.put('/v1/apps/:appid/material-settings', {
    config: { access: [...AUTHORS, 'operator'] },
    schema: {
      summary:
        'How often its materials are audited again, by which profile, and where its pages are',
      params: z.object({ appid: id }),
      body: materialSettings,
      response: { 200: materialSettings },
    },
    async handler({ caller, body, params: { appid } }) {
      await assertApp(ports, caller, appid)
      toActor(caller, [...AUTHORS, 'operator'], appid)
      if (body.profile !== null) assertProfile(body.profile)
      await materials.setSettings(appid, { ...body, everyMs: toMs(body.everyHours) })
      return body
    },
  })
}

async function assertApp(ports: Ports, caller: Caller, appid: string): Promise<void> {
  const app = await ports.storage.apps.find(appid)
  if (app === null) throw new AppError('APP_NOT_FOUND', { appid })
  assertSeesApp(caller, app)
}

async function readWish(ports: Ports, request: FastifyRequest): Promise<MaterialWish> {
  const isUpload = request.isMultipart()
  const { archive, ...draft } = isUpload ? await readUpload(request) : readDraft(request.body)
  const { caller } = request
  const appid = caller.kind === 'app' ? (draft.appid ?? caller.appid) : draft.appid
  if (appid === undefined) throw new AppError('REQUEST_MALFORMED', { fields: ['appid: missing'] })
  await assertApp(ports, caller, appid)
  const actor = toActor(caller, AUTHORS, appid)
  const everyMs = draft.everyHours === undefined ? undefined : toMs(draft.everyHours)
  return { ...draft, ...(archive === undefined ? {} : { archive }), appid, everyMs, by: actor.name }
}

function readDraft(body: unknown) {
  const { form, ...draft } = parseFields(materialDraft, body)
  if (form === undefined && draft.address === undefined) {
    throw new AppError('REQUEST_MALFORMED', { fields: ['address: missing, and no form either'] })
  }
  return { ...draft, form: form ?? EMPTY_FORM, archive: undefined, entry: undefined }
}

async function readUpload(request: FastifyRequest) {
  const { archive, fields } = await readPackageForm(request, uploadFields)
  const { manifest, answers: said, ...rest } = fields
  const answers = said === undefined ? {} : { answers: readDeclaredAnswers(said) }
  const form = manifest === undefined ? EMPTY_FORM : readMaterialForm(manifest)
  return { ...rest, ...answers, form: parseFields(materialForm, form), archive }
}

function toMs(everyHours: number | null): number | null {
  return everyHours === null ? null : everyHours * HOUR_MS
}
