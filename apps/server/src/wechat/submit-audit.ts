/**
 * `POST /wxa/submit_audit`: hands the app's newest uploaded version in for review.
 *
 * Media ids cannot exist here yet, since nothing was uploaded with them: a filled `preview_info` is
 * answered with 85092 and not silently dropped. `feedback_info` counts only after a rejection.
 *
 * Source: https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_submitaudit.html
 */

import type { Category, UgcDeclaration } from '@fangxing/contract'
import { observeProgram } from '@fangxing/miniprogram'
import { type Actor, isUnderReview, ROWS } from '@fangxing/release'
import type { App as MiniProgram, Release } from '@fangxing/storage'
import { readArchive } from '../archive/index.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { releasesOf } from '../use-cases/releases-of.ts'
import { submitRelease } from '../use-cases/submit-release.ts'
import { getAppOf } from './access-token.ts'
import { type Fields, readBody, requirePost, sendOk } from './dialect.ts'
import { type Item, readItems } from './item-list.ts'
import { readList, readObject, readText } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'
import { readUgcDeclaration } from './ugc-declare.ts'

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
      const release = await findSubmittable(ports, program)
      await assertPagesExist(ports, release, wanted.items)

      const submitted = await submitRelease(ports, {
        releaseId: release.id,
        actor: toDeveloper(program),
        ...toDeclared(wanted, release),
      })
      return sendOk(reply, { auditid: submitted.auditId })
    },
  })
}

/** A program that comes with the app's token acts as its developer. */
export function toDeveloper({ appid, name }: MiniProgram): Actor {
  return { kind: 'developer', id: appid, name }
}

interface Wanted {
  readonly items: readonly Item[]
  readonly versionDesc: string
  readonly feedback: string
  readonly ugcDeclaration: UgcDeclaration | undefined
}

function readSubmission(body: Fields): Wanted {
  const versionDesc = readText(body.version_desc) ?? ''
  const feedback = readText(body.feedback_info) ?? ''
  if (versionDesc.length > MAX_VERSION_DESC || feedback.length > MAX_FEEDBACK) {
    throw new WechatRefusal(85051)
  }
  assertNoMedia(body.preview_info)
  return {
    items: readItems(body.item_list),
    versionDesc,
    feedback,
    ugcDeclaration: readUgcDeclaration(body.ugc_declare),
  }
}

function assertNoMedia(value: unknown): void {
  if (typeof value === 'string' && value !== '') throw new WechatRefusal(85092)
  const preview = readObject(value)
  const ids = [preview?.video_id_list, preview?.pic_id_list].flatMap((list) => readList(list) ?? [])
  if (ids.length > 0) throw new WechatRefusal(85092)
}

/** The newest upload, unless it was handed in already: then nothing is waiting to be submitted. */
async function findSubmittable(ports: Ports, { appid }: MiniProgram): Promise<Release> {
  let newest: Release | undefined
  for await (const release of releasesOf(ports, appid)) {
    newest ??= release
    if (isUnderReview(release.life.state)) throw new WechatRefusal(85009)
  }
  if (newest === undefined || ROWS[newest.life.state].submitted === undefined) {
    throw new WechatRefusal(85086)
  }
  return newest
}

/** A page may come with a query and a leading slash. */
async function assertPagesExist(
  ports: Ports,
  { id }: Release,
  items: readonly Item[],
): Promise<void> {
  const wanted = items.flatMap(({ address }) => (address === undefined ? [] : [address]))
  if (wanted.length === 0) return
  const archive = await ports.storage.releases.archive(id)
  if (archive === null) throw new WechatRefusal(86001)

  const { pages } = observeProgram(await readArchive(archive))
  const paths = new Set(pages.map(({ path }) => path))
  const isPage = (address: string) =>
    paths.has(
      address
        .replace(/^\//, '')
        .replace(/\?.*$/s, '')
        .replace(/\.html$/, ''),
    )
  if (!wanted.every(isPage)) throw new WechatRefusal(85007)
}

function toDeclared({ items, versionDesc, feedback, ugcDeclaration }: Wanted, { life }: Release) {
  const isResubmission = life.state === 'rejected' || life.state === 'filingRejected'
  const note = [versionDesc, isResubmission ? feedback : '']
    .filter((text) => text !== '')
    .join('\n')
  const categories: readonly Category[] = items.map(({ category }) => category)
  return {
    ...(categories.length === 0 ? {} : { categories }),
    ...(ugcDeclaration === undefined ? {} : { ugcDeclaration }),
    ...(note === '' ? {} : { note }),
  }
}
