/** What a reviewer is shown of the desk. Nothing here says whether a look is the first. */

import type { Claim, DeskItem, DeskSubject, App as MiniProgram } from '@fangxing/storage'
import type { DeskPolicy } from '../desk/desk-policy.ts'
import { type ItemContent, readContent, readPast } from '../desk/item-content.ts'
import { dueAtOf, reasonsFor } from '../desk/priority.ts'
import type { Ports } from '../ports.ts'
import { toJudgementView } from './judgement-view.ts'
import { toWire } from './wire.ts'

export type AppNames = ReadonlyMap<string, string>

export async function readAppNames({ storage }: Ports): Promise<AppNames> {
  const apps: readonly MiniProgram[] = await storage.apps.list()
  return new Map(apps.map(({ appid, name }) => [appid, name]))
}

export function toItemView(item: DeskItem, policy: DeskPolicy, names: AppNames) {
  const { claim, ...rest } = item
  return toWire({
    ...rest,
    appName: names.get(item.appid) ?? item.appid,
    dueAt: dueAtOf(item, policy),
    isSevere: policy.severe.includes(item.label),
    reasons: reasonsFor(item, policy),
    claim: claim && { userId: claim.userId, userName: claim.userName, expiresAt: claim.expiresAt },
  })
}

export function toNextView(item: ReturnType<typeof toItemView>, { fence, expiresAt }: Claim) {
  return { item, fence, expiresAt, because: null }
}

export async function toWholeView(
  ports: Ports,
  item: ReturnType<typeof toItemView>,
  subject: DeskSubject,
) {
  const content = await readContent(ports, subject)
  return {
    item,
    check: content && toCheckView(item.id, content),
    past: toWire(await readPast(ports, subject)),
    materialId: subject.kind === 'material' ? subject.materialId : null,
  }
}

function toCheckView(itemId: string, { kind, texts, edition, evidence }: ItemContent) {
  const { hits = [], judgements = [], mediaId, soundId, upstream, seen } = evidence
  const { width, height } = seen?.format ?? { width: 0, height: 0 }
  return {
    ...{ kind, edition, texts: toWire(texts), hits: toWire(hits) },
    judgements: judgements.map(toJudgementView),
    pictureUrl: mediaId === undefined ? null : `/v1/desk/items/${itemId}/picture`,
    soundUrl: soundId === undefined ? null : `/v1/desk/items/${itemId}/sound`,
    pictureSize: width > 0 ? { width, height } : null,
    seconds: seen?.video?.duration ?? seen?.sound?.duration ?? null,
    upstream: upstream ? toUpstreamView(upstream) : null,
  }
}

type Upstream = NonNullable<NonNullable<ItemContent['evidence']['upstream']>>

function toUpstreamView({ name, asked }: Upstream) {
  if (asked.kind === 'absent') return { name, suggest: null, label: null, because: asked.because }
  return { name, suggest: asked.answer.suggest, label: asked.answer.label, because: null }
}
