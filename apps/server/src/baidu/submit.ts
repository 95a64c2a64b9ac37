/** Takes what was read of a submission into the materials, or says everything that is wrong with it. */

import type { Material, MaterialState } from '@fangxing/storage'
import { assertNativeQuota } from '../http/native-quota.ts'
import { handInMaterial } from '../materials/hand-in-material.ts'
import type { Ports } from '../ports.ts'
import { checkPictures } from './check-pictures.ts'
import { refuseFields } from './dialect.ts'
import type { ReadSubmission } from './read-resource.ts'

/** Which of Baidu's lists it belongs to: a path is one material in each. */
export type List = 'feed' | 'mount' | 'sku'

export function clientIdOf(list: List, path: string): string {
  return `${list}:${path}`
}

/** As Baidu tells where a material stands. */
export const STATUS_OF: Readonly<Record<MaterialState, 1 | 2 | 3 | 4>> = {
  waiting: 1,
  review: 1,
  rejected: 2,
  failed: 2,
  passed: 3,
  withdrawn: 4,
}

/** Baidu's answers have no headers for what is left. */
const UNTOLD = { header: () => undefined }

export async function submit(
  ports: Ports,
  appid: string,
  list: List,
  read: ReadSubmission,
): Promise<Material> {
  const problems = [...read.problems, ...(await problemsBeyond(ports, appid, list, read))]
  if (problems.length > 0) refuseFields(problems)
  await assertNativeQuota(ports, UNTOLD, { appid, call: 'audit' })
  const { webBase } = await ports.storage.materials.settings(appid)
  const address = webBase === null ? undefined : toAddress(webBase, read.path)
  const clientId = clientIdOf(list, read.path)
  const name = read.form.title ?? read.path
  const wish = { appid, clientId, name, form: read.form, address, by: appid }
  return (await handInMaterial(ports, wish)).material
}

/** Only of what has the right form: a stranger is not asked about nonsense. */
async function problemsBeyond(
  ports: Ports,
  appid: string,
  list: List,
  { path, pictures, problems }: ReadSubmission,
): Promise<readonly string[]> {
  if (problems.length > 0) return []
  const known = await ports.storage.materials.findByClientId(appid, clientIdOf(list, path))
  if (known?.state === 'withdrawn') return ['path: was deleted and can never be submitted again']
  return checkPictures(ports, pictures)
}

/** The page of a path where the app's pages can be opened in a browser. */
export function toAddress(webBase: string, path: string): string {
  return `${webBase.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`
}

export async function withdraw(
  { storage }: Ports,
  appid: string,
  list: List,
  path: string,
): Promise<boolean> {
  const found = await storage.materials.findByClientId(appid, clientIdOf(list, path))
  if (found === null) return false
  await storage.materials.withdraw(found.id)
  await storage.documents.remove('audited', found.id)
  return true
}
