/**
 * A task with a known answer, made from a case that is decided for good.
 *
 * Its content is copied, since records forget theirs; a picture is put on the shelf a second time,
 * for as long as the task may live.
 */

import { AppError } from '@fangxing/contract'
import { DAY_MS } from '@fangxing/release'
import type { GoldenTask, User } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import type { Evidence } from './item-content.ts'

/** Rules change within a year, and with them what is right. */
const LIVES_MS = 365 * DAY_MS

export async function makeGolden(ports: Ports, checkId: string, user: User): Promise<GoldenTask> {
  const { storage, clock } = ports
  const at = clock.now()
  const found = await storage.cases.find(checkId, at)
  const check = await storage.checks.find(checkId)
  if (found === null || check === null) throw new AppError('CASE_NOT_FOUND', { checkId })
  const isOpen = (await storage.desk.underSecondLook([checkId])).size > 0
  if (found.decision === null || isOpen) {
    throw new AppError('EVENT_NOT_ALLOWED', { checkId, state: 'waiting', allowed: [] })
  }
  const { appid, writer, scene, label, decision } = found
  const evidence = await keepPicture(ports, check.evidence as Evidence, at)
  if (check.texts === null && evidence.mediaId === undefined) {
    throw new AppError('MEDIA_NOT_FOUND', { checkId, because: 'the content is not kept' })
  }
  return storage.desk.addGolden(
    {
      ...{ checkId, kind: check.kind, appid, writer, scene, label, addedAt: at },
      content: { texts: check.texts, evidence, edition: check.edition },
      ...{ verdict: decision.verdict, rightLabel: decision.label },
    },
    user.id,
  )
}

async function keepPicture({ storage }: Ports, evidence: Evidence, at: number): Promise<Evidence> {
  const { mediaId, ...rest } = evidence
  if (mediaId === undefined) return rest
  const found = await storage.media.find(mediaId)
  const content = found && (await storage.media.content(found.id))
  if (found === null || content === null) return rest
  const { appid, type } = found
  const draft = { appid, kind: 'image', type, content, validUntil: at + LIVES_MS } as const
  return { ...rest, mediaId: (await storage.media.keep(draft, at)).id }
}
