import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeBy } from '../../src/judge-by.ts'
import { say } from '../../src/say.ts'
import { unreadableFile } from './unreadable-file.ts'

test('each unreadable file is a finding with the reason of the engine', () => {
  const outcome = judgeBy(unreadableFile, {
    unreadableFiles: [
      { file: 'a.js', because: say('不是 UTF-8', 'not UTF-8') },
      { file: 'b.wxml', because: say('二进制。', 'binary.') },
    ],
  })
  assert.ok(outcome.kind === 'violation')
  assert.deepEqual(
    outcome.findings.map(({ place, message }) => [place.kind === 'file' && place.file, message.en]),
    [
      ['a.js', 'It cannot be read: not UTF-8.'],
      ['b.wxml', 'It cannot be read: binary.'],
    ],
  )
})
