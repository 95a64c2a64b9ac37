/**
 * The app's newest upload, which WeChat calls its trial version, and what is seen in it:
 * `/wxa/get_page`, `/wxa/security/get_code_privacy_info`, `/wxa/getversioninfo`.
 *
 * WeChat scans after a commit and answers 61039 meanwhile. Here the scan is done when it is asked
 * for, so there is nothing to wait for. There is no grant of interfaces either: `without_auth_list`
 * is always empty.
 */

import { AppError } from '@fangxing/contract'
import type { ProgramObservations } from '@fangxing/miniprogram'
import { rules } from '@fangxing/policy'
import type { Release } from '@fangxing/storage'
import { programKindsOf } from '../assessor/index.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { releasesOf } from '../use-cases/releases-of.ts'
import { appOf, getAppOf } from './access-token.ts'
import { toSeconds } from './audit-status.ts'
import { sendOk } from './dialect.ts'
import { WechatRefusal } from './refusal.ts'

export type SeenProgram = Pick<ProgramObservations, 'pages'>

const undeclaredLocation = rules.find(({ id }) => id === 'privacy/undeclared-location')
const needed = programKindsOf(undeclaredLocation === undefined ? [] : [undeclaredLocation])

export function registerUploadedCode(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/get_page',
    async handler(request, reply) {
      const newest = await getNewest(ports, await appOf(ports, request))
      const { pages } = await lookAt(ports, newest)
      return sendOk(reply, { page_list: pages.map(({ path }) => path) })
    },
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/security/get_code_privacy_info',
    async handler(request, reply) {
      const newest = await getNewest(ports, await appOf(ports, request))
      const undeclared = findUndeclaredLocations(await lookAt(ports, newest))
      return sendOk(reply, {
        without_auth_list: [],
        without_conf_list: undeclared.map((name) => `wx.${name}`),
      })
    },
  })

  // The body should be `{}`; some clients send none, and there is nothing to read in it.
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/getversioninfo',
    async handler(request, reply) {
      const { appid, liveReleaseId } = await getAppOf(ports, request)
      const [newest, live] = await Promise.all([
        findNewest(ports, appid),
        liveReleaseId === null ? null : ports.storage.releases.find(liveReleaseId),
      ])
      return sendOk(reply, { ...toTrial(newest), ...toOnline(live) })
    },
  })
}

export async function findNewest(ports: Ports, appid: string): Promise<Release | undefined> {
  for await (const release of releasesOf(ports, appid)) return release
  return undefined
}

async function getNewest(ports: Ports, appid: string): Promise<Release> {
  const newest = await findNewest(ports, appid)
  if (newest === undefined) throw new WechatRefusal(86001)
  return newest
}

/** Reads the package anew. Throws what an unreadable or a crashing one throws; 86001 when it is gone. */
export async function lookAt(ports: Ports, { id }: Release): Promise<SeenProgram> {
  const archive = await ports.storage.releases.archive(id)
  if (archive === null) throw new AppError('PACKAGE_UNREADABLE')
  return ports.assessor.observe(archive, ['pages', ...needed])
}

/** Location interfaces that are called and not declared, once each, in order of their names. */
export function findUndeclaredLocations(seen: SeenProgram): readonly string[] {
  const outcome = undeclaredLocation?.evaluate(
    seen as Parameters<typeof undeclaredLocation.evaluate>[0],
  )
  if (outcome?.kind !== 'violation') return []
  return [...new Set(outcome.findings.flatMap(({ limit }) => limit ?? []))].sort()
}

/** Left out when there is none, as WeChat does. */
function toTrial(release: Release | undefined): object {
  if (release === undefined) return {}
  const { createdAt, version, description } = release.life
  return {
    exp_info: { exp_time: toSeconds(createdAt), exp_version: version, exp_desc: description },
  }
}

function toOnline(release: Release | null): object {
  if (release === null) return {}
  const { launchedAt, changedAt, version, description } = release.life
  return {
    release_info: {
      release_time: toSeconds(launchedAt ?? changedAt),
      release_version: version,
      release_desc: description,
    },
  }
}
