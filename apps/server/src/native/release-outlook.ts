/** What lies ahead: the filing plan of a version, what an app has left, where one can go back to. */

import { AppError } from '@fangxing/contract'
import { rules } from '@fangxing/policy'
import type { App as MiniProgram } from '@fangxing/storage'
import { z } from 'zod'
import { type Caller, type Entrant, EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import { parseFields, readPackageForm } from '../http/package-form.ts'
import type { Ports } from '../ports.ts'
import { getRelease } from '../use-cases/cause.ts'
import { expediteQuota } from '../use-cases/expedite-release.ts'
import { type Planned, planFiling } from '../use-cases/plan-filing.ts'
import { releasesOf } from '../use-cases/releases-of.ts'
import { findRollBackTargets } from '../use-cases/roll-back.ts'
import { withdrawQuotas } from '../use-cases/withdraw-quota.ts'
import { assertSeesApp, assertSeesRelease, toActor } from './actor.ts'
import { toQuotaView } from './release-view.ts'
import { id } from './shapes/parts.ts'
import { filingPlan, planForm, planOfRelease, quotas, rollBackTargets } from './shapes/plan.ts'
import { toWire } from './wire.ts'

const PLANNERS: readonly Entrant[] = ['app', 'developer', 'operator']

export function registerReleaseOutlook(app: App, ports: Ports): void {
  registerPlans(app, ports)

  app.get('/v1/apps/:appid/quotas', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'Withdrawals and expedites that are left',
      params: z.object({ appid: id }),
      response: { 200: quotas },
    },
    async handler({ caller, params: { appid } }) {
      await getApp(ports, caller, appid)
      const withdraw = (await withdrawQuotas(ports, [appid]))(appid)
      const releases = await Array.fromAsync(releasesOf(ports, appid))
      const { left, nextAt } = await expediteQuota(ports, releases)
      return { withdraw: toQuotaView(withdraw), expedite: { month: left, nextAt } }
    },
  })

  app.get('/v1/releases/:id/roll-back-targets', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'Versions that one can go back to, the one that served last first',
      params: z.object({ id }),
      response: { 200: rollBackTargets },
    },
    async handler({ caller, params }) {
      const release = await getRelease(ports, params.id)
      assertSeesRelease(caller, release)
      const targets = await findRollBackTargets(ports, release)
      return {
        items: targets.map((target) => ({
          id: target.id,
          version: target.life.version,
          launchedAt: target.life.launchedAt,
        })),
      }
    },
  })
}

function registerPlans(app: App, ports: Ports): void {
  app.post('/v1/apps/:appid/filing-plan', {
    config: { access: PLANNERS },
    schema: {
      summary:
        'What filing will ask: multipart/form-data with package (zip) and categories (JSON), or JSON with releaseId and categories',
      consumes: ['multipart/form-data', 'application/json'],
      params: z.object({ appid: id }),
      response: { 200: filingPlan },
    },
    async handler(request) {
      const { caller, params } = request
      const program = await getApp(ports, caller, params.appid)
      toActor(caller, PLANNERS, params.appid)
      if (request.isMultipart()) {
        const { archive, fields } = await readPackageForm(request, planForm)
        return toPlanView(await planFiling(ports, program, archive, fields.categories))
      }
      const { releaseId, categories } = parseFields(planOfRelease, request.body)
      const release = await getRelease(ports, releaseId)
      if (release.appid !== program.appid) throw new AppError('RELEASE_NOT_FOUND', { releaseId })
      const archive = await getArchive(ports, releaseId)
      return toPlanView(await planFiling(ports, program, archive, categories))
    },
  })

  app.get('/v1/releases/:id/plan', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'What filing will ask of this version, with the categories of its app',
      params: z.object({ id }),
      response: { 200: filingPlan },
    },
    async handler({ caller, params }) {
      const release = await getRelease(ports, params.id)
      assertSeesRelease(caller, release)
      const program = await ports.storage.apps.find(release.appid)
      if (program === null) throw new AppError('APP_NOT_FOUND', { appid: release.appid })
      return toPlanView(await planFiling(ports, program, await getArchive(ports, release.id)))
    },
  })
}

async function getApp(ports: Ports, caller: Caller, appid: string): Promise<MiniProgram> {
  const found = await ports.storage.apps.find(appid)
  if (found === null) throw new AppError('APP_NOT_FOUND', { appid })
  assertSeesApp(caller, found)
  return found
}

async function getArchive(ports: Ports, releaseId: string): Promise<Uint8Array> {
  const archive = await ports.storage.releases.archive(releaseId)
  if (archive === null) throw new AppError('RELEASE_NOT_FOUND', { releaseId })
  return archive
}

function toPlanView(planned: Planned) {
  const titled = <Item extends { readonly ruleId: string }>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, title: titleOf(item.ruleId) }))
  const { addNow, answered, unsure } = planned
  return toWire({
    ...planned,
    addNow: titled(addNow),
    answered: titled(answered),
    unsure: titled(unsure),
  })
}

function titleOf(ruleId: string) {
  return rules.find(({ id: known }) => known === ruleId)?.title ?? { zh: ruleId, en: ruleId }
}
