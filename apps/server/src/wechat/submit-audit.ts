/**
 * `POST /wxa/submit_audit`: hands the app's newest uploaded version in for review.
 *
 * What is wrong with the form is said first, then with the app's categories, then with the package.
 * `feedback_info` and `feedback_stuff` count only when the submission before was rejected.
 *
 * Source: https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_submitaudit.html
 */

import type { UgcDeclaration } from '@fangxing/contract'
import { isUnderReview, ROWS } from '@fangxing/release'
import type { App as MiniProgram, Release } from '@fangxing/storage'
import { unlessCrashed } from '../assessor/index.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { submitRelease } from '../use-cases/submit-release.ts'
import { getAppOf, toDeveloper } from './access-token.ts'
import { assertCategoriesHold } from './declared-categories.ts'
import { type Fields, readBody, requirePost, sendOk } from './dialect.ts'
import { type Item, readItems } from './item-list.ts'
import { readFlag, readText } from './lenient.ts'
import { allReleases, submissionsLeft } from './quotas.ts'
import { WechatRefusal } from './refusal.ts'
import { findMedia, type NamedMedia, readNamedMedia } from './submitted-media.ts'
import { readUgcDeclaration } from './ugc-declare.ts'
import { findUndeclaredLocations, lookAt } from './uploaded-code.ts'

/** WeChat names the number for a longer one but not the limit; this is two screens of a reviewer. */
const MAX_VERSION_DESC = 1000
const MAX_FEEDBACK = 200

export function registerSubmitAudit(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/submit_audit',
    async handler(request, reply) {
      const program = await getAppOf(ports, request)
      requirePost(request)
      const wanted = readSubmission(readBody(request))
      const releases = await allReleases(ports, program.appid)
      const release = findSubmittable(releases, ports.clock.now())
      const { versionDesc, feedback, named } = (await followsRejection(ports, program))
        ? wanted
        : withoutFeedback(wanted)
      const media = await findMedia(ports, program.appid, named)
      await assertCategoriesHold(ports, program, wanted.items)
      await assertPackageFits(ports, release, wanted)

      const note = [versionDesc, feedback].filter((text) => text !== '').join('\n')
      const submitted = await submitRelease(ports, {
        releaseId: release.id,
        actor: toDeveloper(program),
        media,
        ugcDeclaration: wanted.ugcDeclaration,
        ...(wanted.items.length === 0
          ? {}
          : { categories: wanted.items.map(({ category }) => category) }),
        ...(note === '' ? {} : { note }),
      })
      return sendOk(reply, { auditid: submitted.auditId })
    },
  })
}

interface Wanted {
  readonly items: readonly Item[]
  readonly versionDesc: string
  readonly feedback: string
  readonly named: NamedMedia
  readonly ugcDeclaration: UgcDeclaration | undefined
  /** The location interfaces that were seen are said not to be used. */
  readonly disownsPrivateInterfaces: boolean
}

function readSubmission(body: Fields): Wanted {
  const versionDesc = readText(body.version_desc) ?? ''
  const feedback = readText(body.feedback_info) ?? ''
  if (versionDesc.length > MAX_VERSION_DESC || feedback.length > MAX_FEEDBACK) {
    throw new WechatRefusal(85051)
  }
  return {
    items: readItems(body.item_list),
    versionDesc,
    feedback,
    named: readNamedMedia(body),
    ugcDeclaration: readUgcDeclaration(body.ugc_declare),
    disownsPrivateInterfaces: readFlag(body.privacy_api_not_use) ?? false,
  }
}

function withoutFeedback(wanted: Wanted): Wanted {
  return { ...wanted, feedback: '', named: { ...wanted.named, feedback: [] } }
}

/** The newest upload, unless it was handed in already: then nothing is waiting to be submitted. */
function findSubmittable(releases: readonly Release[], now: number): Release {
  if (releases.some(({ life }) => isUnderReview(life.state))) throw new WechatRefusal(85009)
  const [newest] = releases
  if (newest === undefined || ROWS[newest.life.state].submitted === undefined) {
    throw new WechatRefusal(85086)
  }
  if (submissionsLeft(releases, now) === 0) throw new WechatRefusal(85085)
  return newest
}

async function followsRejection(ports: Ports, { appid }: MiniProgram): Promise<boolean> {
  const last = await ports.storage.releases.findLatestSubmitted(appid)
  return last?.life.state === 'rejected' || last?.life.state === 'filingRejected'
}

/** A page may come with a query, a leading slash and an ending. */
async function assertPackageFits(ports: Ports, release: Release, wanted: Wanted): Promise<void> {
  const seen = await lookAt(ports, release).catch(unlessCrashed)
  if (seen === null) return
  const paths = new Set(seen.pages.map(({ path }) => path))
  const toPath = (address: string) =>
    address
      .replace(/^\//, '')
      .replace(/\?.*$/s, '')
      .replace(/\.html$/, '')
  const isPage = ({ address }: Item) => address === undefined || paths.has(toPath(address))
  if (!wanted.items.every(isPage)) throw new WechatRefusal(85007)
  if (!wanted.disownsPrivateInterfaces && findUndeclaredLocations(seen).length > 0) {
    throw new WechatRefusal(61040)
  }
}
