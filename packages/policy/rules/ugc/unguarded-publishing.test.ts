import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guard } from '@fangxing/contract'
import { placeIn, seenEntry } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { say } from '../../src/say.ts'
import { unguardedPublishing } from './unguarded-publishing.ts'

const at = placeIn('cloudfunctions/post/index.js', 9)
const guarded: Guard = { kind: 'guarded', by: at }
const platform: Guard = { kind: 'platform' }
const open: Guard = { kind: 'unguarded' }
const deaf: Guard = { kind: 'ineffective', because: say('没有判断结果', 'never tested'), by: at }

function leaving(host: string): Guard {
  return { kind: 'unknown', because: say(`内容发往 ${host}`, `it goes to ${host}`) }
}

const cases: [name: string, guards: Guard[], expect: string][] = [
  ['all guarded', [guarded, platform], 'pass'],
  ['one of three open', [guarded, open, platform], 'violation'],
  ['a check without effect', [guarded, deaf], 'violation'],
  ['one that leaves the package', [guarded, leaving('a.example')], 'undetermined'],
  ['an open one weighs more than an unknown one', [leaving('a.example'), open], 'violation'],
]

for (const [name, guards, expect] of cases) {
  test(`${name} → ${expect}`, () => {
    const publishEntries = guards.map((guard) => seenEntry('text', guard))
    assert.equal(judgeBy(unguardedPublishing, { publishEntries }).kind, expect)
  })
}

test('the reason counts the entries and names each server once', () => {
  const publishEntries = ['a.example', 'b.example', 'a.example'].map((host) =>
    seenEntry('text', leaving(host)),
  )
  const outcome = judgeBy(unguardedPublishing, { publishEntries })
  assert.ok(outcome.kind === 'undetermined')
  assert.equal(
    outcome.because.en,
    '3 entries cannot be followed: it goes to a.example; it goes to b.example. Say which check is used there.',
  )
})

test('a check without effect is told with its own place', () => {
  const outcome = judgeBy(unguardedPublishing, { publishEntries: [seenEntry('text', deaf)] })
  assert.ok(outcome.kind === 'violation')
  assert.match(outcome.findings[0].message.zh, /没有判断结果（cloudfunctions\/post\/index\.js:9）/)
})

test('for video the fix is a person, for text it is the rule’s own', () => {
  const outcome = judgeBy(unguardedPublishing, {
    publishEntries: [seenEntry('video', open), seenEntry('text', open)],
  })
  assert.ok(outcome.kind === 'violation')
  assert.deepEqual(
    outcome.findings.map(({ fix }) => fix?.zh.includes('人工')),
    [true, undefined],
  )
})

test('what a team says of its server is told as said, not as proved', () => {
  const outcome = judgeBy(unguardedPublishing, {
    publishEntries: [
      seenEntry('text', {
        kind: 'unknown',
        because: say('内容发往 a.example。', 'It goes to a.example.'),
        claim: { says: 'msgSecCheck', place: placeIn('fangxing.json', 2) },
      }),
    ],
  })
  assert.ok(outcome.kind === 'undetermined')
  assert.equal(
    outcome.because.en,
    'For 1 entries there is only the word of the team: It goes to a.example; the team says “msgSecCheck” (fangxing.json:2, not proved). Verify it.',
  )
})
