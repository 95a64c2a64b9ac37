import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markDocument } from '@fangxing/text'
import { createCorpora, openCorpora } from './corpus.ts'

const RUMOUR =
  '吃了会中毒的十种水果，第三种天天都在吃，医生都不敢说，看完赶紧告诉家里人，转给你爱的人。'

test('a material that is like a known document is told with corpus and passage', async () => {
  const corpora = createCorpora()
  corpora.add('rumours', { name: '十种水果', text: RUMOUR, publishedAt: 0 })
  corpora.add('own', { name: '番茄', text: '阳台种番茄的三个要点。', publishedAt: null })
  const [found, ...others] = await corpora.find(`震惊！${RUMOUR}`, 0.5, 5)
  assert.deepEqual(others, [])
  assert.equal(found?.corpus, 'rumours')
  assert.ok((found?.sharedText ?? 0) > 0.9)
  assert.match(found?.passage.text ?? '', /第三种天天都在吃/)
})

test('nothing like it is an empty answer, not an unknown one', async () => {
  assert.deepEqual(await createCorpora().find(RUMOUR, 0.5, 5), [])
})

/** As the database answers: rows of what shares a band, texts by number. */
function shelfOf(...given: { corpus: string; name: string; appid: string | null; text: string }[]) {
  const rows = given.map(({ text, ...row }, n) => {
    const marks = markDocument(text)
    assert(marks !== null)
    return { row: { ...row, n, publishedAt: null, entries: marks.entries }, ...marks, text }
  })
  return {
    candidates: async (bands: Int32Array) =>
      rows.filter((one) => one.bands.some((key) => bands.includes(key))).map(({ row }) => row),
    sharing: async (passages: Int32Array, { least }: { readonly least: number }) =>
      rows
        .filter((one) => one.passages.filter((key) => passages.includes(key)).length >= least)
        .map(({ row }) => row),
    texts: async (numbers: readonly number[]) =>
      new Map(numbers.flatMap((n) => (rows[n] ? [[n, rows[n].text] as const] : []))),
  }
}

const owners: [name: string, corpus: string, owner: string | null, told: string | null][] = [
  ['another app’s article', 'audited', 'fx2', 'audited'],
  ['an article of the same app', 'audited', 'fx1', 'own'],
  ['an imported rumour', 'rumours', null, 'rumours'],
]

for (const [name, corpus, appid, told] of owners) {
  test(`${name} is told as ${told}`, async () => {
    const shelf = shelfOf({ corpus, name: 'm2', appid, text: RUMOUR })
    const corpora = openCorpora(shelf, { appid: 'fx1', materialId: 'm1' })
    const found = await corpora.find(RUMOUR.replace('十种', '九种'), 0.5, 5)
    assert.deepEqual(
      found.map((one) => one.corpus),
      [told],
    )
  })
}

test('a material is not like its own last audit', async () => {
  const shelf = shelfOf({ corpus: 'audited', name: 'm1', appid: 'fx1', text: RUMOUR })
  const corpora = openCorpora(shelf, { appid: 'fx1', materialId: 'm1' })
  assert.deepEqual(await corpora.find(RUMOUR, 0.5, 5), [])
})

/** Six hundred characters that are not those of the other. */
function article(nth: number): string {
  const start = 0x4e00 + nth * 2000
  const letters = Array.from({ length: 600 }, (_, at) =>
    String.fromCharCode(start + ((at * 37) % 1900)),
  )
  return letters.join('')
}

const parts: [name: string, text: string, share: number][] = [
  ['half of it under half of another', article(3).slice(0, 300) + article(1).slice(300), 0.5],
  [
    'a third of it between others',
    `${article(3).slice(0, 200)}${article(1).slice(0, 200)}${article(4).slice(0, 200)}`,
    0.33,
  ],
  ['a tenth of it in a long one', `${article(3)}${article(1).slice(90, 150)}${article(4)}`, 0.05],
]

for (const [name, text, share] of parts) {
  test(`${name} is found, with the passage that both have`, async () => {
    for (const corpora of [
      openCorpora(shelfOf({ corpus: 'news', name: 'one', appid: null, text: article(1) }), {
        appid: 'fx1',
        materialId: 'm1',
      }),
      inMemory('news', article(1)),
    ]) {
      const [found, ...others] = await corpora.find(text, 0.5, 5)
      assert.deepEqual(others, [])
      assert.ok(Math.abs((found?.sharedText ?? 0) - share) < 0.02, String(found?.sharedText))
      assert.ok(article(1).includes(found?.passage.text ?? '?'))
    }
  })
}

test('a phrase of fewer than sixty letters in common is none', async () => {
  const phrase = article(1).slice(0, 55)
  const corpora = inMemory('news', `${phrase}${article(5)}`)
  assert.deepEqual(await corpora.find(`${phrase}${article(3)}`, 0.5, 5), [])
})

function inMemory(corpus: string, text: string) {
  const corpora = createCorpora()
  corpora.add(corpus, { name: 'one', text, publishedAt: null })
  return corpora
}

test('two whole documents that were stitched together are both found, each with its share', async () => {
  const one = { corpus: 'news', name: 'one', appid: null, text: article(1) }
  const two = { corpus: 'news', name: 'two', appid: null, text: article(2) }
  const corpora = openCorpora(shelfOf(one, two), { appid: 'fx1', materialId: 'm1' })
  const found = await corpora.find(`${one.text}${two.text}`, 0.5, 5)
  assert.deepEqual(found.map(({ document }) => document).sort(), ['one', 'two'])
  for (const { sharedText, similarity } of found) {
    assert.ok(sharedText > 0.4 && sharedText < 0.6, `${sharedText}`)
    assert.ok(similarity < 0.7, 'the whole is like neither')
  }
})
