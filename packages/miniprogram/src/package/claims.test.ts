import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packageOf } from '../../test/read-fixture.ts'
import { observeProgram } from '../observe-program.ts'

const SEND = (host: string) =>
  `wx.request({ url: 'https://${host}/posts', data: { t: e.detail.value } })`

function observe(settings: string, sends = SEND('api.example.com')) {
  return observeProgram(
    packageOf({
      'app.json': '{"pages":["p"]}',
      'p.wxml': '<input bindconfirm="a"/>',
      'p.js': `Page({ a(e) { ${sends} } })`,
      'fangxing.json': settings,
    }),
  )
}

function guardWith(settings: object, sends?: string) {
  const [entry] = observe(JSON.stringify(settings), sends).publishEntries
  return entry?.guard
}

const SAID = { to: 'api.example.com', check: '发布前调用 msgSecCheck' }

test('a claim is shown with what cannot be told, and stays a claim', () => {
  const guard = guardWith({ backends: [SAID] })
  assert.equal(guard?.kind, 'unknown')
  assert.deepEqual(guard?.kind === 'unknown' && guard.claim, {
    says: '发布前调用 msgSecCheck',
    place: { kind: 'file', file: 'fangxing.json', line: 1, column: 14 },
  })
})

const unsaid: readonly (readonly [name: string, settings: object, sends?: string])[] = [
  ['about another host', { backends: [{ ...SAID, to: 'img.example.com' }] }],
  ['about another medium', { backends: [{ ...SAID, media: ['picture'] }] }],
  ['without a check', { backends: [{ to: 'api.example.com' }] }],
  [
    'about one of two hosts',
    { backends: [SAID] },
    `${SEND('api.example.com')}; ${SEND('log.example.com')}`,
  ],
]

for (const [name, settings, sends] of unsaid) {
  test(`a claim ${name} says nothing here`, () => {
    const guard = guardWith(settings, sends)
    assert.equal(guard?.kind === 'unknown' && guard.claim, undefined)
  })
}

test('a claim about the database changes nothing: what is written there is seen', () => {
  const add = "wx.cloud.database().collection('posts').add({ data: { t: e.detail.value } })"
  const guard = guardWith({ backends: [{ ...SAID, to: 'cloud database' }] }, add)
  assert.equal(guard?.kind, 'unguarded')
})

test('settings that are no JSON are named, and the rest is read', () => {
  const seen = observe('{ "backends": [')
  assert.deepEqual(
    seen.unreadableFiles.map(({ file }) => file),
    ['fangxing.json'],
  )
  assert.equal(seen.publishEntries.length, 1)
})
