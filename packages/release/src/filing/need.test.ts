import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Category, Subject } from '@fangxing/contract'
import fc from 'fast-check'
import {
  COMPANY,
  FOOD,
  FORUM,
  NOTES,
  OVERSEAS_CLUB,
  OVERSEAS_COMPANY,
  PERSON,
  PROFILE,
  VIDEO,
} from '../examples.ts'
import { filingNeed } from './need.ts'
import { isPromised, nameOfCategory } from './profile.ts'

const OLD_VIDEO: Category = { first: '文娱', second: '视频' }
const SQUARE: Category = { first: '文娱', second: '视频广场' }
const INVENTED: Category = { first: '社交', second: '树洞' }

const cases: [name: string, declared: Category[], ledger: Category[], files: Category[]][] = [
  ['nothing is declared', [], [], []],
  ['no category files', [FOOD], [], []],
  ['one category files', [NOTES, FOOD], [], [NOTES]],
  ['two categories file together', [NOTES, FORUM], [], [NOTES, FORUM]],
  ['the category was filed before', [NOTES], [NOTES], []],
  ['another category was filed before', [NOTES], [FORUM], [NOTES]],
  ['one of two was filed before', [NOTES, FORUM], [NOTES], [FORUM]],
  ['a category is declared twice', [NOTES, NOTES], [], [NOTES]],
  ['a former name files', [OLD_VIDEO], [], [OLD_VIDEO]],
  ['a former name was filed before', [OLD_VIDEO], [OLD_VIDEO], []],
  ['a former name in the ledger covers the name of today', [VIDEO, SQUARE], [OLD_VIDEO], []],
  ['one name of today does not cover all of a former one', [OLD_VIDEO], [VIDEO], [OLD_VIDEO]],
  ['all names of today cover the former one', [OLD_VIDEO], [VIDEO, SQUARE], []],
  ['an unknown category does not file', [INVENTED], [], []],
]

for (const [name, declared, ledger, files] of cases) {
  test(`${name}: files ${files.map(nameOfCategory).join(', ') || 'nothing'}`, () => {
    assert.deepEqual(filingNeed(declared, ledger, COMPANY, PROFILE).files, files)
  })
}

test('a category that the profile does not know is named, for a person', () => {
  assert.deepEqual(filingNeed([INVENTED, FOOD], [], COMPANY, PROFILE).unknown, [INVENTED])
})

test('individuals and overseas subjects may not hold the filing categories', () => {
  for (const subject of [PERSON, OVERSEAS_COMPANY, OVERSEAS_CLUB]) {
    assert.deepEqual(filingNeed([NOTES, FOOD], [], subject, PROFILE).closedToSubject, [NOTES])
  }
  assert.deepEqual(filingNeed([NOTES, FOOD], [], COMPANY, PROFILE).closedToSubject, [])
})

const promised: [subject: Subject['kind'], overseas: boolean, promised: boolean][] = [
  ['enterprise', false, true],
  ['individual', false, true],
  ['government', false, true],
  ['other', false, true],
  ['enterprise', true, true],
  ['individual', true, false],
  ['government', true, false],
  ['other', true, false],
]

for (const [kind, overseas, expected] of promised) {
  test(`${overseas ? 'overseas' : 'domestic'} ${kind}: seven days ${expected ? '' : 'not '}promised`, () => {
    assert.equal(isPromised({ kind, overseas, region: 'CN-BJ' }), expected)
  })
}

test('a longer ledger never makes more categories file', () => {
  const some = fc.subarray([NOTES, FORUM, VIDEO, OLD_VIDEO, SQUARE, FOOD, INVENTED])
  fc.assert(
    fc.property(some, some, some, (declared, ledger, more) => {
      const before = filingNeed(declared, ledger, COMPANY, PROFILE).files
      const later = filingNeed(declared, [...ledger, ...more], COMPANY, PROFILE).files
      assert.ok(later.every((category) => before.includes(category)))
    }),
  )
})
