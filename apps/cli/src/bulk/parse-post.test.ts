import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parsePost } from './parse-post.ts'

const bytes = (line: string) => new TextEncoder().encode(line)

const READ: [name: string, line: string, expected: object][] = [
  [
    'an object',
    '{"id":7,"content":"甲"}',
    { id: 7, scene: null, texts: [{ field: 'content', text: '甲' }] },
  ],
  ['a string alone', '"甲"', { id: null, scene: null, texts: [{ field: 'content', text: '甲' }] }],
  [
    'text for content',
    '{"text":"甲"}',
    { id: null, scene: null, texts: [{ field: 'content', text: '甲' }] },
  ],
  [
    'all fields',
    '{"id":"a","content":"甲","title":"乙","nickname":"丙","signature":"丁","scene":1,"more":[]}',
    {
      id: 'a',
      scene: 1,
      texts: [
        { field: 'content', text: '甲' },
        { field: 'title', text: '乙' },
        { field: 'nickname', text: '丙' },
        { field: 'signature', text: '丁' },
      ],
    },
  ],
  [
    'null as absent',
    '{"content":"甲","title":null,"id":null}',
    { id: null, scene: null, texts: [{ field: 'content', text: '甲' }] },
  ],
  ['an empty content', '{"content":""}', { id: null, scene: null, texts: [] }],
]

for (const [name, line, expected] of READ) {
  test(`${name} is read`, () => {
    assert.deepEqual(parsePost(bytes(line)), { ok: true, post: expected })
  })
}

const REFUSED: [name: string, line: Uint8Array | null, said: RegExp][] = [
  ['a line above the limit', null, /too long/],
  ['bytes that are no UTF-8', new Uint8Array([34, 0xff, 34]), /UTF-8/],
  ['half a line', bytes('{"content":"甲'), /not JSON/],
  ['no content', bytes('{"id":1}'), /no content/],
  ['a content that is a number', bytes('{"content":5}'), /content/],
  ['a scene out of the table', bytes('{"content":"甲","scene":9}'), /scene/],
  ['a list', bytes('[]'), /field/],
  ['null', bytes('null'), /field/],
]

for (const [name, line, said] of REFUSED) {
  test(`${name} is refused with the reason`, () => {
    const parsed = parsePost(line)
    assert(!parsed.ok)
    assert.match(parsed.because.en, said)
  })
}

test('no line makes it throw', () => {
  fc.assert(fc.property(fc.uint8Array(), (line) => typeof parsePost(line).ok === 'boolean'))
  fc.assert(fc.property(fc.json(), (line) => typeof parsePost(bytes(line)).ok === 'boolean'))
})
