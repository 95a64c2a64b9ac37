/**
 * Who is told of events, and what: the notices and pushes that go into the outbox with them.
 *
 * Walks the events as `cause` does and reads the effects; what the table refuses tells nobody. Pure.
 */

import { dueAtOf, type Effect, type Life, type ReleaseEvent, transition } from '@fangxing/release'
import type { NoticeDraft, NoticeLetter, PushDraft, Release } from '@fangxing/storage'
import { toAuditReason } from '../wechat/audit-reason.ts'
import { toSeconds } from '../wechat/audit-status.ts'
import { type AuthorityNotice, toAuthorityLetter, toLetter } from './letter.ts'

export interface Told {
  readonly notices: readonly NoticeDraft[]
  readonly pushes: readonly PushDraft[]
}

interface Step {
  readonly life: Life
  readonly event: ReleaseEvent
  readonly effect: Effect
}

export function toldBy(release: Release, events: readonly ReleaseEvent[]): Told {
  const steps = stepsOf(release.life, events)
  return { notices: steps.flatMap(toNotices), pushes: steps.flatMap(toPushes) }
}

function stepsOf(from: Life, events: readonly ReleaseEvent[]): readonly Step[] {
  const steps: Step[] = []
  let life = from
  for (const event of events) {
    const answer = transition(life, event)
    if (!answer.ok) return []
    life = answer.life
    for (const effect of answer.effects) steps.push({ life: answer.life, event, effect })
  }
  return steps
}

function toNotices(step: Step): readonly NoticeDraft[] {
  const { effect, event, life } = step
  switch (effect.kind) {
    case 'notifyDeveloper':
      return [noticeOf(step, effect.notice, toLetter(effect), null)]
    case 'notifyAuthority': {
      const kind = event.kind === 'rectified' ? 'rectified' : 'materialSupplied'
      return [toAuthority(step, kind, effect.region, { note: effect.note })]
    }
    case 'openAuthorityCase': {
      const byAt = life.filing && dueAtOf(life.filing)
      const categories = [...effect.categories]
      return [toAuthority(step, 'caseOpened', effect.region, { categories, byAt })]
    }
    case 'closeAuthorityCase':
      // Otherwise the authority closed it and knows.
      if (event.kind !== 'withdrawn') return []
      return [
        toAuthority(step, 'caseWithdrawn', life.filing?.region ?? '', { note: event.note ?? '' }),
      ]
    default:
      return []
  }
}

function toAuthority(
  step: Step,
  kind: AuthorityNotice,
  region: string,
  facts: Parameters<typeof toAuthorityLetter>[1],
): NoticeDraft {
  return noticeOf(step, kind, toAuthorityLetter(kind, facts), region)
}

function noticeOf(
  { life, event }: Step,
  kind: string,
  letter: NoticeLetter,
  region: string | null,
): NoticeDraft {
  return {
    audience: region === null ? 'developer' : 'authority',
    region,
    kind,
    letter,
    version: life.version,
    auditId: life.submissions.at(-1)?.auditId ?? null,
    state: life.state,
    at: event.at,
  }
}

function toPushes({ effect, event }: Step): readonly PushDraft[] {
  if (effect.kind !== 'pushWechatEvent') return []
  const { at } = event
  const time = toSeconds(at)
  const clauses = 'clauses' in event ? (event.clauses ?? []) : []
  const Reason = toAuditReason(effect.note, clauses)
  const fields = {
    weapp_audit_success: { SuccTime: time },
    weapp_audit_fail: { Reason, FailTime: time, ScreenShot: '' },
    weapp_audit_delay: { Reason, DelayTime: time },
  }[effect.event]
  return [{ event: effect.event, at, fields }]
}
