/** Uploads a package as a version of an app and hands it in: the two calls every submission makes. */

import { release } from '@fangxing/server/shapes/release'
import type { Api } from '../remote/api.ts'
import type { ReleaseView } from '../timeline/render-timeline.ts'

export interface Sending {
  readonly archive: Uint8Array
  readonly version: string
  readonly description: string
  /** Body of the submission: categories, declaration, note. */
  readonly submission: object
}

export async function sendRelease(
  api: Api,
  appid: string,
  { archive, version, description, submission }: Sending,
): Promise<ReleaseView> {
  const form = new FormData()
  form.set('version', version)
  form.set('description', description)
  form.set(
    'package',
    new Blob([new Uint8Array(archive)], { type: 'application/zip' }),
    'package.zip',
  )

  const draft = await api.post(`/v1/apps/${encodeURIComponent(appid)}/releases`, form, release)
  return api.post(`/v1/releases/${encodeURIComponent(draft.id)}/submit`, submission, release)
}
