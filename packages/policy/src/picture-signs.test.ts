import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SeenPicture } from '@fangxing/contract'
import { seenPicture } from './examples.ts'
import { type Sight, sightsOf } from './media-facts.ts'
import { findCodes, findDenied, findIndecent } from './picture-signs.ts'

const BOX = { x: 1, y: 2, width: 3, height: 4 }

function sight(facts: Partial<SeenPicture>): Sight {
  const [first] = sightsOf([seenPicture(facts)])
  assert(first)
  return first
}

const known = (kind: 'allow' | 'deny', distance: number) => ({
  bank: 'b',
  label: 'l',
  kind,
  distance,
})
const hashed = (quality: number) => ({ bits: '0'.repeat(64), quality })

const denials: [name: string, facts: Partial<SeenPicture>, found: number][] = [
  ['31 bits are the same picture', { known: [known('deny', 31)] }, 1],
  ['32 bits are another', { known: [known('deny', 32)] }, 0],
  ['an allowance denies nothing', { known: [known('allow', 0)] }, 0],
  ['a hash of quality 50 counts', { known: [known('deny', 0)], hash: hashed(50) }, 1],
  ['a plain area is like every other', { known: [known('deny', 0)], hash: hashed(49) }, 0],
]
for (const [name, facts, found] of denials) {
  test(`denied: ${name}`, () => assert.equal(findDenied(sight(facts)).length, found))
}

const scores: [name: string, className: string, score: number, found: number][] = [
  ['porn at its limit', 'porn', 0.6, 1],
  ['porn below it', 'porn', 0.599, 0],
  ['a bather', 'sexy', 0.79, 0],
  ['sexy at its limit', 'sexy', 0.8, 1],
  ['a drawing', 'drawing', 1, 0],
  ['a class with the name of something every object has', 'constructor', 1, 0],
]
for (const [name, className, score, found] of scores) {
  test(`indecent: ${name}`, () => {
    const facts = { classes: [{ name: className, score }] }
    assert.equal(findIndecent(sight(facts)).length, found)
  })
}

const allowances: [name: string, distance: number, quality: number, found: number][] = [
  ['the very picture', 8, 100, 0],
  ['a picture with something added', 9, 100, 1],
  ['a plain area', 0, 49, 1],
]
for (const [name, distance, quality, found] of allowances) {
  test(`what was allowed is not estimated again: ${name}`, () => {
    const facts = {
      known: [known('allow', distance)],
      hash: hashed(quality),
      classes: [{ name: 'porn', score: 1 }],
      codes: [{ symbology: 'qr', content: null, box: BOX }],
    }
    assert.equal(findIndecent(sight(facts)).length, found)
    assert.equal(findCodes(sight(facts)).length, found)
  })
}

test('a code is told with its box and the beginning of its content', () => {
  const codes = [
    { symbology: 'qr', content: `https://x.example/${'😀'.repeat(100)}`, box: BOX },
    { symbology: 'mini-program', content: null, box: BOX },
  ]
  const found = findCodes(sight({ codes }))
  assert.deepEqual(found[0]?.place, { kind: 'picture', picture: 'media', box: BOX })
  assert.equal([...(found[0]?.measured ?? '')].length, 'qr '.length + 80 + 1)
  assert.equal(found[1]?.measured, 'mini-program')
})
