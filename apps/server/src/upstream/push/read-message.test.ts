import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toXmlText } from '../../wechat/push/message.ts'
import { readMessage } from './read-message.ts'

test('XML is read as it was written, repeated elements as a list', () => {
  const fields = {
    ToUserName: 'gh_1',
    detail: [
      { strategy: 'content_model', prob: 90 },
      { strategy: 'keyword', prob: 1 },
    ],
    result: { suggest: 'risky', label: 20002 },
    odd: 'a]]>b<c>&amp;',
  }
  assert.deepEqual(readMessage(toXmlText(fields)), {
    ToUserName: 'gh_1',
    detail: [
      { strategy: 'content_model', prob: '90' },
      { strategy: 'keyword', prob: '1' },
    ],
    result: { suggest: 'risky', label: '20002' },
    odd: 'a]]>b<c>&amp;',
  })
})

const READ: [name: string, text: string, fields: object | null][] = [
  ['an object of JSON', '{"Event":"x","version":2}', { Event: 'x', version: 2 }],
  ['XML after white space', '\n <xml><a>1</a></xml>', { a: '1' }],
  ['an element with room around it', '<xml><a>\n b \n</a></xml>', { a: 'b' }],
  ['a list of JSON', '[1]', null],
  ['a number of JSON', '1', null],
  ['JSON that is cut off', '{"a":', null],
  ['nothing', '', null],
  ['XML without its root', '<message><a>1</a></message>', null],
  ['XML without an element', '<xml>1</xml>', null],
  ['elements in elements without end', `${'<xml>'.repeat(1000)}`, null],
  [
    'an entity of the message’s own',
    '<!DOCTYPE xml [<!ENTITY a "b">]><xml><a>&a;</a></xml>',
    { a: '&a;' },
  ],
]

for (const [name, text, fields] of READ) {
  test(`${name} is ${fields === null ? 'no message' : 'read'}`, () => {
    assert.deepEqual(readMessage(text), fields)
  })
}

test('an element named like a part of every object is a field like others', () => {
  const fields = readMessage('<xml><__proto__><x>1</x></__proto__><b>2</b></xml>')
  assert.equal(fields?.b, '2')
  assert.equal(({} as Record<string, unknown>).x, undefined)
})

test('any text is read or is no message', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isXml) => {
      const read = readMessage(isXml ? `<xml>${text}` : text)
      assert.ok(read === null || typeof read === 'object')
    }),
  )
})
