import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '../terminal/language.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { describeEvent, type TimelineItem } from './render-timeline.ts'

function terminalIn(language: Language): Terminal {
  return {
    language,
    env: {},
    print: () => undefined,
    complain: () => undefined,
    paint: (_style, text) => text,
    words: (wording) => wording[language],
    readInput: async () => new Uint8Array(),
  }
}

const UNSAID = { zh: '', en: '' }
const NOTICE = Date.UTC(2026, 10, 22, 4, 38)

function event(changes: Partial<TimelineItem> = {}): TimelineItem {
  return {
    seq: 0,
    kind: 'submitted',
    at: NOTICE,
    actor: { kind: 'developer', id: 'd', name: '林晓' },
    state: 'machineReview',
    details: {},
    what: UNSAID,
    said: UNSAID,
    consequence: UNSAID,
    hash: '',
    ...changes,
  }
}

test('days are those of the calendar in which the filing counts', () => {
  const lastMinute = event({ at: Date.UTC(2026, 10, 22, 15, 59) })
  const firstMinute = event({ at: Date.UTC(2026, 10, 22, 16, 0) })
  assert.match(describeEvent(lastMinute, NOTICE, terminalIn('zh')), /^第 0 天 {4}2026-11-22 23:59/)
  assert.match(describeEvent(firstMinute, NOTICE, terminalIn('zh')), /^第 1 天 {4}2026-11-23 00:00/)
})

test('clauses and note come last, and cannot act on the terminal', () => {
  const rejected = event({ kind: 'reviewerRejected', clauses: ['a/1'], note: '缺\u001b[31m图' })
  assert.match(describeEvent(rejected, NOTICE, terminalIn('zh')), / a\/1 缺\\u001b\[31m图$/)
})

test('what a newer server names is shown by its own name', () => {
  const unheard = event({ kind: 'teleported', state: 'elsewhere' })
  assert.match(describeEvent(unheard, NOTICE, terminalIn('en')), /teleported .*→ elsewhere$/)
})

test('lines of both languages keep their columns whatever the words', () => {
  for (const language of ['zh', 'en'] as const) {
    const [one, other] = [
      event(),
      event({ kind: 'preLaunched', actor: { ...event().actor, kind: 'authority' } }),
    ]
    const columns = [one, other].map((item) => {
      const line = describeEvent(item, NOTICE, terminalIn(language))
      return [...line.slice(0, line.indexOf('→'))].reduce(
        (width, letter) => width + (/\p{Script=Han}/u.test(letter) ? 2 : 1),
        0,
      )
    })
    assert.equal(columns[0], columns[1])
  }
})
