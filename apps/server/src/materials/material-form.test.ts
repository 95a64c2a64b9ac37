import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AppError } from '@fangxing/contract'
import { readMaterialForm, toMaterialFacts } from './material-form.ts'
import { toArticleParts } from './material-parts.ts'

test('blocks stand in the body one after the other, parted by a line break', () => {
  const form = readMaterialForm(
    '{"title":"番茄","blocks":[{"kind":"paragraph","text":"一二三"},{"kind":"picture","src":"a.jpg"},{"kind":"paragraph","text":"四"}]}',
  )
  const { blocks, title } = toMaterialFacts('a', form, toArticleParts(form), 0)
  assert.equal(title, '番茄')
  assert.deepEqual(
    blocks.map(({ start, ref }) => [start, ref]),
    [
      [0, null],
      [4, 'a.jpg'],
      [5, null],
    ],
  )
})

test('a day and an instant are both dates of publication', () => {
  const dateOf = (publishedAt: string) =>
    toMaterialFacts('a', readMaterialForm(JSON.stringify({ publishedAt })), [], 0).publishedAt
  assert.equal(dateOf('2024-06-15'), Date.UTC(2024, 5, 15))
  assert.equal(dateOf('2024-06-15T08:00:00+08:00'), Date.UTC(2024, 5, 15))
})

const refused: [name: string, text: string, field: string][] = [
  ['no JSON', '{', ''],
  ['a list', '[]', ''],
  ['a field that is not known', '{"titel":"a"}', ''],
  ['a kind that is not known', '{"kind":"poem"}', 'kind'],
  ['a date that is none', '{"publishedAt":"yesterday"}', 'publishedAt'],
  ['a block without its text', '{"blocks":[{"kind":"paragraph"}]}', 'blocks.0.text'],
  [
    'a closing that is no yes or no',
    '{"postRoll":{"seconds":3,"closable":"yes"}}',
    'postRoll.closable',
  ],
  ['null', 'null', ''],
]

for (const [name, text, field] of refused) {
  test(`a form with ${name} is refused, naming the field`, () => {
    assert.throws(
      () => readMaterialForm(text),
      (error) =>
        error instanceof AppError &&
        error.code === 'MATERIAL_MALFORMED' &&
        (field === '' || error.details.field === field),
    )
  })
}
