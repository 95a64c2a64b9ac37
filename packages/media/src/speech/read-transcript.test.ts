import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readTranscript } from './read-transcript.ts'

const rows: [name: string, answer: string, language: string | null, texts: string[]][] = [
  [
    'segments',
    '{"language":"english","segments":[{"start":1,"end":2,"text":" hi "}]}',
    'en',
    ['hi'],
  ],
  ['a code', '{"language":"zh-TW","segments":[]}', 'zh-tw', []],
  ['a language nobody knows', '{"language":"Klingon!","text":"x"}', 'und', ['x']],
  ['words without times', '{"text":"你好"}', 'und', ['你好']],
  ['nothing said', '{"text":" "}', 'und', []],
  [
    'a broken segment among others',
    '{"segments":[null,{"start":"a"},{"start":0,"end":1,"text":"好"}]}',
    'und',
    ['好'],
  ],
  ['an error', '{"error":{"message":"no"}}', null, []],
  ['a page', '<html></html>', null, []],
  ['half of it', '{"segments":[', null, []],
  ['WebVTT without words', 'WEBVTT\n', 'und', []],
]

for (const [name, answer, language, texts] of rows) {
  test(name, () => {
    const transcript = readTranscript(answer, 9)
    assert.equal(transcript?.language ?? null, language)
    assert.deepEqual(transcript?.words.map(({ text }) => text) ?? [], texts)
  })
}

test('any answer is read or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (answer) => void readTranscript(answer, 1)),
  )
})
