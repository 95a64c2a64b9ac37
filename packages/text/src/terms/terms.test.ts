import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  compileLexicon,
  diffTerms,
  findNextChange,
  type LexiconEdition,
  publishEdition,
  rollBack,
  type Term,
  termsBefore,
  termsOf,
} from '../index.ts'
import { applyChanges, invertChanges } from './diff-terms.ts'

function term(id: string, more: Partial<Term> = {}): Term {
  return { id, text: `词语${id}`, label: 10001, level: 'review', ...more }
}

const about = (note: string) => ({ at: 5, by: '小李', note })

/** Lists of terms whose ids are their own and whose fields vary. */
const someTerms = fc
  .uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), note: fc.constantFrom('一', '二') }),
    { selector: ({ id }) => id },
  )
  .map((list) => list.map(({ id, note }) => term(id, { note })))
const someLists = fc.array(someTerms, { minLength: 1, maxLength: 6 })

const byId = <Item extends { readonly id: string }>(terms: readonly Item[]) =>
  [...terms].sort((one, other) => (one.id < other.id ? -1 : 1))

const validity: [name: string, at: number, found: number][] = [
  ['a term does not count a moment before it begins', 99, 0],
  ['a term counts from its first moment on', 100, 1],
  ['a term counts in its last moment', 199, 1],
  ['a term no longer counts when its time is over', 200, 0],
]
for (const [name, at, found] of validity) {
  test(name, () => {
    const terms = [term('甲', { validFrom: 100, validUntil: 200 })]
    const lexicon = compileLexicon(terms, { at })
    assert.equal(lexicon.find('有词语甲吗').length, found)
    assert.equal(lexicon.termCount, found)
  })
}

test('without a moment every term counts, whatever its dates', () => {
  assert.equal(compileLexicon([term('甲', { validUntil: 1 })]).termCount, 1)
})

test('a moment that leaves nothing out gives the same edition as none', () => {
  const terms = [term('甲'), term('乙', { validFrom: 1 })]
  assert.equal(compileLexicon(terms, { at: 2 }).edition, compileLexicon(terms).edition)
})

test('the next change is the nearest beginning or end that is still to come', () => {
  const terms = [term('甲', { validFrom: 10, validUntil: 30 }), term('乙', { validUntil: 20 })]
  assert.deepEqual(
    [0, 10, 20, 30].map((at) => findNextChange(terms, at)),
    [10, 20, 30, undefined],
  )
})

test('a difference names what came, what went, and which fields of what stayed', () => {
  const before = [term('a'), term('b', { tags: ['联系方式'] })]
  const after = [term('b', { tags: ['联系方式', '广告'], level: 'hint' }), term('c')]
  assert.deepEqual(diffTerms(before, after), {
    added: [term('c')],
    removed: [term('a')],
    changed: [{ before: before[1], after: after[0], fields: ['level', 'tags'] }],
  })
})

test('the order of fields and of terms is no difference', () => {
  const { id, ...rest } = term('a')
  assert.deepEqual(diffTerms([term('a'), term('b')], [term('b'), { ...rest, id }]), {
    added: [],
    removed: [],
    changed: [],
  })
})

test('changes lead from one list to the other, and inverted back', () => {
  fc.assert(
    fc.property(someTerms, someTerms, (one, other) => {
      const changes = diffTerms(one, other)
      assert.deepEqual(byId(applyChanges(one, changes)), byId(other))
      assert.deepEqual(byId(applyChanges(other, invertChanges(changes))), byId(one))
    }),
  )
})

test('every edition can be read again from the history, and from the latest terms backwards', () => {
  fc.assert(
    fc.property(someLists, (lists) => {
      let history: readonly LexiconEdition[] = []
      for (const list of lists) history = [...history, publishEdition(history, list, about(''))]
      lists.forEach((list, nth) => {
        assert.deepEqual(byId(termsOf(history, nth + 1)), byId(list))
        assert.deepEqual(byId(termsBefore(lists.at(-1) ?? [], history.slice(nth + 1))), byId(list))
      })
    }),
  )
})

test('to roll back is to publish the terms of an earlier edition once more', () => {
  const first = publishEdition([], [term('a')], about('开始'))
  const second = publishEdition([first], [term('b')], about('换词'))
  const back = rollBack([first, second], 1, about('误伤'))
  assert(back.ok)
  assert.deepEqual(
    [back.edition.number, back.edition.parent, back.edition.restores, back.edition.note],
    [3, 2, 1, '误伤'],
  )
  assert.deepEqual(termsOf([first, second, back.edition], 3), [term('a')])
  assert.deepEqual(termsOf([first, second, back.edition], 2), [term('b')])
})

test('an edition that is not in the history is refused with those that are', () => {
  const first = publishEdition([], [term('a')], about('开始'))
  assert.deepEqual(rollBack([first], 7, about('')), { ok: false, known: [0, 1] })
})
