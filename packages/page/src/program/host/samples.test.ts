import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSchema, sample, settle } from './samples.ts'

const TEMPLATE = `<view>{{user.nickName}} {{total + 1}}</view>
<view wx:for="{{page.list}}" wx:for-item="goods">{{goods.title}} {{goods.price}}</view>
<view s-for="one in others">{{one.name}}</view>`

test('a template says what it reads, and where it loops', () => {
  const { fields } = readSchema(TEMPLATE)
  assert.deepEqual(Object.keys(fields), ['user', 'total', 'page', 'others'])
  const list = fields.page?.fields.list
  assert.equal(list?.isList, true)
  assert.deepEqual(Object.keys(list.fields), ['title', 'price'])
  assert.deepEqual(Object.keys(fields.others?.fields ?? {}), ['name'])
})

test('a sample becomes what the template reads: a list of three, an object, a value by its name', () => {
  const { fields } = readSchema(TEMPLATE)
  const goods = { title: '示例标题', price: '9.90' }
  assert.deepEqual(settle(sample('data'), 'page', fields.page), { list: [goods, goods, goods] })
  assert.deepEqual(settle(sample('data'), 'user', fields.user), { nickName: '示例用户' })
  assert.equal(settle(sample('data'), 'total', fields.total), 3)
})

test('what is no sample stays, samples within it are settled', () => {
  const real = { title: '真的', cover: sample('cover'), list: [1, sample('list')] }
  const settled = settle(real, 'page', undefined) as typeof real
  assert.equal(settled.title, '真的')
  assert.match(String(settled.cover), /^data:image/)
  assert.equal(settled.list[0], 1)
})

const asked: [name: string, read: (data: Record<string, unknown>) => unknown, expected: unknown][] =
  [
    ['a status that means well', ({ code }) => code, 0],
    ['success', ({ success }) => success, true],
    ['any depth', ({ a }) => `${(a as { b: { title: string } }).b.title}`, '示例标题'],
    ['a list of three', ({ list }) => (list as unknown[]).map(() => 1), [1, 1, 1]],
    ['a text that is cut', ({ title }) => (title as string).split('').length, 4],
    ['JSON that ends', (data) => JSON.stringify(data), '"示例内容"'],
  ]

for (const [name, read, expected] of asked) {
  test(`a sample answers ${name}`, () => {
    assert.deepEqual(read(sample('body') as Record<string, unknown>), expected)
  })
}
