/**
 * Uploads a package as a version of an app and hands it in: the two calls every submission makes.
 *
 * When the second is refused (another version is under review, a declaration is missing), the upload
 * stays as a draft; the next try with the same bytes and version hands in that draft instead of
 * uploading another.
 */

import { createHash } from 'node:crypto'
import { AppError } from '@fangxing/contract'
import { release } from '@fangxing/server/shapes/release'
import { z } from 'zod'
import type { Api } from '../remote/api.ts'
import type { ReleaseView } from '../timeline/render-timeline.ts'

export interface Sending {
  readonly archive: Uint8Array
  readonly version: string
  readonly description: string
  /** Body of the submission: categories, declaration, note. */
  readonly submission: object
}

/** Newest first, so the draft of a moment ago is among the first. */
const NEWEST_DRAFTS = '/v1/releases?state=draft&limit=50'

const drafts = z.object({ items: z.array(release) })

export async function sendRelease(api: Api, appid: string, sending: Sending): Promise<ReleaseView> {
  const { id } = (await findDraft(api, appid, sending)) ?? (await upload(api, appid, sending))
  const path = `/v1/releases/${encodeURIComponent(id)}/submit`
  return api.post(path, sending.submission, release).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, { ...error.details, draft: id }, { cause: error })
  })
}

async function findDraft(
  api: Api,
  appid: string,
  { archive, version }: Sending,
): Promise<ReleaseView | undefined> {
  const sha256 = createHash('sha256').update(archive).digest('hex')
  const { items } = await api.get(NEWEST_DRAFTS, drafts)
  return items.find(
    (draft) => draft.appid === appid && draft.version === version && draft.packageSha256 === sha256,
  )
}

function upload(
  api: Api,
  appid: string,
  { archive, version, description }: Sending,
): Promise<ReleaseView> {
  const form = new FormData()
  form.set('version', version)
  form.set('description', description)
  const blob = new Blob([new Uint8Array(archive)], { type: 'application/zip' })
  form.set('package', blob, 'package.zip')
  return api.post(`/v1/apps/${encodeURIComponent(appid)}/releases`, form, release)
}
