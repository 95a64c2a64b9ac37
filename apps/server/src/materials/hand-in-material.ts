/** Takes in a material: what is wrong with it is said before anything is judged. */

import { AppError } from '@fangxing/contract'
import type { DeclaredAnswer } from '@fangxing/page'
import { materialProfiles } from '@fangxing/policy'
import type { AuditCause, HandedInMaterial, MaterialAudit } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import type { StoredSource } from './kept-material.ts'
import type { MaterialForm } from './material-form.ts'

/** An answer, or that there is none, comes within it; a long queue before it included. */
export const ANSWER_WITHIN_MS = 6 * 60 * 60_000

const DEFAULT_PROFILE = 'baijiahao-2019'
const LONGEST_NAME = 200

export interface MaterialWish {
  readonly appid: string
  readonly clientId?: string | undefined
  readonly name?: string | undefined
  readonly form: MaterialForm
  readonly address?: string | undefined
  /** A zip, or one page of HTML. */
  readonly archive?: Uint8Array | undefined
  readonly entry?: string | undefined
  /** Only of a page of a mini-program. */
  readonly answers?: readonly DeclaredAnswer[] | undefined
  readonly profile?: string | undefined
  readonly everyMs?: number | null | undefined
  readonly by: string
}

export async function handInMaterial(ports: Ports, wish: MaterialWish): Promise<HandedInMaterial> {
  const { materials } = ports.storage
  const { appid, clientId = null, form, address, archive, entry, answers, by } = wish
  assertAnswers(wish)
  const settings = await materials.settings(appid)
  const profile = wish.profile ?? settings.profile ?? DEFAULT_PROFILE
  assertProfile(profile)
  const kind = address !== undefined ? 'address' : isPage(wish) ? 'page' : 'article'
  const source: StoredSource = {
    form,
    ...(address === undefined ? {} : { address }),
    ...(kind === 'page' ? { entry: entry ?? 'index.html' } : {}),
    ...(answers === undefined ? {} : { answers }),
  }
  const name = (wish.name ?? form.title ?? address ?? entry ?? clientId ?? kind).slice(
    0,
    LONGEST_NAME,
  )
  const { everyMs = null } = wish
  const draft = { appid, clientId, name, kind, source, profile, everyMs, by } as const
  const at = ports.wallClock.now()
  const moments = { at, dueAt: at + ANSWER_WITHIN_MS }
  return materials.handIn({ ...draft, archive: archive ?? null }, moments)
}

/** Files beside an article are its pictures; without blocks they are a page. */
function isPage({ archive, form, entry }: MaterialWish): boolean {
  return archive !== undefined && (form.blocks.length === 0 || entry !== undefined)
}

/** An HTML page asks no server in our place: answers to it would be kept and never given. */
function assertAnswers({ answers, archive, entry }: MaterialWish): void {
  if (answers === undefined) return
  if (archive !== undefined && entry !== undefined && !/\.html?$/i.test(entry)) return
  const because = 'only for a page of a mini-program that entry names'
  throw new AppError('MATERIAL_MALFORMED', { field: 'answers', because })
}

export function assertProfile(profile: string): void {
  const known = materialProfiles.map(({ id }) => id)
  if (known.includes(profile)) return
  throw new AppError('MATERIAL_MALFORMED', { field: 'profile', profile, known })
}

export function auditAgain(
  { storage, wallClock }: Ports,
  materialId: string,
  cause: AuditCause,
  by: string,
): Promise<MaterialAudit> {
  const at = wallClock.now()
  return storage.materials.startAudit(materialId, { cause, by, at, dueAt: at + ANSWER_WITHIN_MS })
}
