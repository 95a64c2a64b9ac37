/**
 * The life of a release as lines: on which day, when, who, what, and where that led.
 *
 * Columns have fixed widths, so that lines printed as things happen align with those before. Times
 * are those of Asia/Shanghai, in which the filing clock counts. Days count from the first event.
 */

import {
  type ActorKind,
  dayStart,
  describeDeadline,
  describeTime,
  EVENT_WORDS,
  type EventKind,
  ROLE_WORDS,
  STATE_WORDS,
  type State,
  type Turn,
} from '@fangxing/release'
import type { release, timeline } from '@fangxing/server/shapes/release'
import type { z } from 'zod'
import { padEnd } from '../terminal/columns.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { TURN_WORDS } from './words.ts'

export type ReleaseView = z.output<typeof release>
export type TimelineItem = z.output<typeof timeline>['items'][number]

const DAY_MS = 86_400_000

/** As wide as the widest word of either language, names cut to fit. */
const WIDTHS = { day: 9, role: 12, event: 23, state: 18 }

export function describeEvent(item: TimelineItem, firstAt: number, terminal: Terminal): string {
  const { words, paint } = terminal
  const day = Math.round((dayStart(item.at) - dayStart(firstAt)) / DAY_MS)
  const cells = [
    padEnd(words({ zh: `第 ${day} 天`, en: `day ${day}` }), WIDTHS.day),
    describeTime(item.at),
    padEnd(wordsOf(ROLE_WORDS, item.actor.kind as ActorKind, terminal), WIDTHS.role),
    padEnd(wordsOf(EVENT_WORDS, item.kind as EventKind, terminal), WIDTHS.event),
    `→ ${paint('bold', padEnd(wordsOf(STATE_WORDS, item.state as State, terminal), WIDTHS.state))}`,
    describeRemark(item),
  ]
  return cells.join('  ').trimEnd()
}

/** Whose turn it is, and until when, in one or two lines. */
export function describeStanding(release: ReleaseView, terminal: Terminal): readonly string[] {
  const { words } = terminal
  const turn = wordsOf(TURN_WORDS, release.whoseTurn as Turn, terminal)
  const state = wordsOf(STATE_WORDS, release.state as State, terminal)
  const nobody = release.whoseTurn === 'nobody'
  const turns = nobody ? turn : `${words({ zh: '轮到', en: 'turn of the' })} ${turn}`
  const lines = [`${words({ zh: '现在', en: 'now' })}  ${state} · ${turns}`]
  const { filing } = release
  if (filing !== null) {
    const notice = describeTime(filing.noticeAt)
    const due = filing.dueAt === null ? null : describeDeadline(filing.dueAt)
    lines.push(
      words({
        zh: `报备  ${notice} 通知，${due === null ? '没有到期时间' : `${due} 到期`}（北京时间）`,
        en: `filing  notice ${notice}, ${due === null ? 'no due time' : `due ${due}`} (UTC+8)`,
      }),
    )
  }
  return lines
}

export function describeTitle(release: ReleaseView): string {
  const { appName, appid, version, id } = release
  return toPrintable(`${appName} (${appid}) ${version} · ${id}`)
}

/** A server that is newer than this command may name what it does not know: then the name itself. */
function wordsOf<Key extends string>(
  table: Readonly<Record<Key, { readonly zh: string; readonly en: string }>>,
  key: Key,
  { words }: Terminal,
): string {
  const known: Readonly<Partial<Record<Key, { readonly zh: string; readonly en: string }>>> = table
  const found = known[key]
  return found === undefined ? toPrintable(key) : words(found)
}

function describeRemark({ note, clauses = [] }: TimelineItem): string {
  return toPrintable([...clauses, ...(note === undefined ? [] : [note])].join(' '))
}
