/**
 * One release told line by line: when, who, what, and what came of it.
 *
 * Takes the recorded events, oldest first; one line for each, in their order. Times are those of
 * Asia/Shanghai. Pure; a broken record throws as `fold` does.
 */

import type { ReleaseEvent } from '../event.ts'
import { dueAtOf } from '../filing/clock.ts'
import { nameOfCategory } from '../filing/profile.ts'
import { fold } from '../fold.ts'
import type { Life } from '../life.ts'
import { currentSubmission } from '../life.ts'
import { describeDeadline, describeTime } from '../local-time.ts'
import { owesFiling } from '../obstacles.ts'
import { whoseTurn } from '../turn.ts'
import { describeWithdrawal } from '../withdrawal.ts'
import { EVENT_WORDS, ROLE_WORDS, STATE_WORDS } from './terms.ts'

export type Locale = 'zh' | 'en'

export interface TimelineLine {
  /** `2026-03-02 10:00`, Asia/Shanghai. */
  readonly time: string
  readonly actor: string
  readonly what: string
  /** The sentence that came with it: reasons, clauses, names of categories. Maybe empty. */
  readonly note: string
  /** Where the release stands after it, whose turn it is, and by when. */
  readonly consequence: string
}

export function describeTimeline(
  events: readonly ReleaseEvent[],
  locale: Locale,
): readonly TimelineLine[] {
  const lines: TimelineLine[] = []
  let before: Life | null = null
  for (const event of events) {
    const after = fold([event], before)
    if (after === null) break
    lines.push({
      time: describeTime(event.at),
      actor: `${event.actor.name} (${ROLE_WORDS[event.actor.kind][locale]})`,
      what: EVENT_WORDS[event.kind][locale],
      note: noteOf(event, locale),
      consequence: consequenceOf(event, before, after, locale),
    })
    before = after
  }
  return lines
}

function noteOf(event: ReleaseEvent, locale: Locale): string {
  const parts: string[] = []
  if ('categories' in event) parts.push(event.categories.map(nameOfCategory).join(' '))
  if ('clauses' in event) parts.push((event.clauses ?? []).join(' '))
  if (event.kind === 'greyLaunched') parts.push(`${event.percentage}%`)
  if (event.kind === 'contactLogged')
    parts.push(event.codeVerified ? VERIFIED[locale] : UNPROVEN[locale])
  if ('missingCategories' in event && event.missingCategories !== undefined) {
    parts.push(ADD[locale] + event.missingCategories.map(nameOfCategory).join(' '))
  }
  if ('note' in event) parts.push(event.note ?? '')
  return parts.filter((part) => part !== '').join(' · ')
}

const VERIFIED = { zh: '已核实来电者', en: 'the caller was verified' }
const UNPROVEN = { zh: '未核实来电者', en: 'the caller was not verified' }
const ADD = { zh: '须补类目 ', en: 'add ' }

function consequenceOf(
  event: ReleaseEvent,
  before: Life | null,
  after: Life,
  locale: Locale,
): string {
  if (event.kind === 'withdrawn' && before !== null) {
    return describeWithdrawal(before)?.[locale] ?? STATE_WORDS[after.state][locale]
  }
  const turn = whoseTurn(after.state)
  const standing = STATE_WORDS[after.state][locale]
  const next = turn === 'nobody' || owesFiling(after) ? '' : TURN[locale](ROLE_WORDS[turn][locale])
  return [standing, next, deadlineOf(after, locale)].filter((part) => part !== '').join(' · ')
}

const TURN = {
  zh: (who: string) => `等待${who}`,
  en: (who: string) => `waiting for the ${who}`,
}

function deadlineOf(life: Life, locale: Locale): string {
  if (life.state === 'takedownOrdered' && life.takedown !== null) {
    return DOWN_BY[locale](describeDeadline(life.takedown.deadlineAt))
  }
  const isFiling = life.state === 'filing' || life.state === 'materialRequested'
  if (isFiling && life.filing !== null) {
    const { filing } = life
    if (!filing.promised) return NO_PROMISE[locale]
    const dueAt = dueAtOf(filing)
    const offset = filing.policy.utcOffsetMinutes
    return dueAt === null ? STANDS[locale] : DUE[locale](describeDeadline(dueAt, offset))
  }
  if (!owesFiling(life)) return ''
  const owed = currentSubmission(life)?.mustFile ?? []
  return MUST_FILE[locale](owed.map(nameOfCategory).join(' '))
}

const DUE = {
  zh: (time: string) => `${time} 到期`,
  en: (time: string) => `due ${time}`,
}
const DOWN_BY = {
  zh: (time: string) => `须于 ${time} 前下架`,
  en: (time: string) => `must be down by ${time}`,
}
const MUST_FILE = {
  zh: (names: string) => `须报备 ${names}`,
  en: (names: string) => `must file ${names}`,
}
const STANDS = { zh: '计时暂停', en: 'the clock stands' }
const NO_PROMISE = { zh: '无七日时限', en: 'no time is promised' }
