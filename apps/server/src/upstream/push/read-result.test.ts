import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toXmlText } from '../../wechat/push/message.ts'
import { readMessage } from './read-message.ts'
import { readResult } from './read-result.ts'

const EVENT = { MsgType: 'event', Event: 'wxa_media_check', appid: 'wx1', trace_id: 't-1' }
const RISKY = { suggest: 'risky', label: 20002 }
const FIRST = { ...EVENT, extra_info_json: '' }
const SECOND = { ...EVENT, version: 2, detail: [] }

const SAID: [name: string, fields: Parameters<typeof toXmlText>[0], said: object][] = [
  [
    'an answer of the second shape',
    { ...SECOND, errcode: 0, result: RISKY },
    { answer: { ...RISKY, traceId: 't-1' } },
  ],
  [
    'a label as a text',
    { ...SECOND, errcode: 0, result: { ...RISKY, label: '20002' } },
    { answer: { ...RISKY, traceId: 't-1' } },
  ],
  [
    'a label that is not of the table',
    { ...SECOND, errcode: 0, result: { ...RISKY, label: 5 } },
    { answer: { suggest: 'risky', label: 21000, traceId: 't-1' } },
  ],
  ['a file that they could not fetch', { ...SECOND, errcode: -1008 }, { trouble: 'NOT_FETCHED' }],
  [
    'an app without the permission',
    { ...SECOND, errcode: 43104, errmsg: 'this appid does not have permission' },
    { trouble: 'REFUSED' },
  ],
  ['a result without one', { ...SECOND, errcode: 0 }, { trouble: 'ANSWER_UNKNOWN' }],
  [
    'a suggestion that nobody knows',
    { ...SECOND, errcode: 0, result: { suggest: 'maybe' } },
    { trouble: 'ANSWER_UNKNOWN' },
  ],
  [
    'an error that is no number',
    { ...SECOND, errcode: 'none', result: RISKY },
    { trouble: 'ANSWER_UNKNOWN' },
  ],
  [
    'a clean one of the first shape',
    { ...FIRST, isrisky: 0, status_code: 0 },
    { answer: { suggest: 'pass', label: 100, traceId: 't-1' } },
  ],
  [
    'a risky one of the first shape',
    { ...FIRST, isrisky: 1, status_code: 0 },
    { answer: { suggest: 'risky', label: 21000, traceId: 't-1' } },
  ],
  [
    'the first shape that could not fetch',
    { ...FIRST, isrisky: 0, status_code: 4294966288 },
    { trouble: 'NOT_FETCHED' },
  ],
  [
    'the first shape that could not look',
    { ...FIRST, isrisky: 0, status_code: 4294966287 },
    { trouble: 'REFUSED' },
  ],
  ['the first shape without its answer', FIRST, { trouble: 'ANSWER_UNKNOWN' }],
]

for (const [name, fields, said] of SAID) {
  test(`${name} is read alike from JSON and XML`, () => {
    for (const text of [JSON.stringify(fields), toXmlText(fields)]) {
      const result = readResult(readMessage(text) ?? {}, 'wx1')
      assert.deepEqual(result, { traceId: 't-1', said })
    }
  })
}

const OTHERS: [name: string, fields: object][] = [
  ['a message of a user', { MsgType: 'text', Content: 'hi' }],
  ['a result of another app', { ...SECOND, appid: 'wx2', errcode: 0, result: RISKY }],
  ['a result without a trace id', { ...SECOND, trace_id: undefined, errcode: 0, result: RISKY }],
  ['a trace id that is an object', { ...SECOND, trace_id: {}, errcode: 0, result: RISKY }],
  ['a trace id without end', { ...SECOND, trace_id: 'x'.repeat(129), errcode: 0, result: RISKY }],
]

for (const [name, fields] of OTHERS) {
  test(`${name} is an event of another kind`, () => {
    assert.equal(readResult(fields as Record<string, unknown>, 'wx1'), null)
  })
}
