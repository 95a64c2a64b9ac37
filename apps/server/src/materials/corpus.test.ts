import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCorpora } from './corpus.ts'

const RUMOUR =
  '吃了会中毒的十种水果，第三种天天都在吃，医生都不敢说，看完赶紧告诉家里人，转给你爱的人。'

test('a material that is like a known document is told with corpus and passage', () => {
  const corpora = createCorpora()
  corpora.add('rumours', { name: '十种水果', text: RUMOUR, publishedAt: 0 })
  corpora.add('own', { name: '番茄', text: '阳台种番茄的三个要点。', publishedAt: null })
  const [found, ...others] = corpora.find(`震惊！${RUMOUR}`, 0.5, 5)
  assert.deepEqual(others, [])
  assert.equal(found?.corpus, 'rumours')
  assert.ok((found?.sharedText ?? 0) > 0.9)
  assert.match(found?.passage.text ?? '', /第三种天天都在吃/)
})

test('nothing like it is an empty answer, not an unknown one', () => {
  assert.deepEqual(createCorpora().find(RUMOUR, 0.5, 5), [])
})
