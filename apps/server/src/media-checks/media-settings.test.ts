import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMediaEnvironment } from './media-settings.ts'

const rows: [name: string, env: Record<string, string>, settings: object][] = [
  ['nothing set', {}, {}],
  ['empty values', { FANGXING_MEDIA_WORKERS: '', FANGXING_SPEECH_URL: '' }, {}],
  ['workers', { FANGXING_MEDIA_WORKERS: '3' }, { workers: 3 }],
  ['a cache', { FANGXING_MEDIA_CACHE: './seen' }, { cacheDirectory: './seen' }],
  [
    'a service for speech',
    { FANGXING_SPEECH_URL: 'http://127.0.0.1:8000/v1', FANGXING_SPEECH_KEY: 'k' },
    {
      speech: {
        ...{ kind: 'endpoint', url: 'http://127.0.0.1:8000/v1', model: 'whisper-1', key: 'k' },
      },
    },
  ],
  [
    'a program for speech',
    { FANGXING_SPEECH_COMMAND: 'hear' },
    { speech: { kind: 'command', program: 'hear' } },
  ],
]

for (const [name, env, settings] of rows) {
  test(name, () => assert.deepEqual(readMediaEnvironment(env), settings))
}

const malformed: [name: string, env: Record<string, string>][] = [
  ['no workers at all', { FANGXING_MEDIA_WORKERS: '0' }],
  ['workers in words', { FANGXING_MEDIA_WORKERS: 'two' }],
  ['an address that is none', { FANGXING_SPEECH_URL: 'here' }],
  [
    'two ways of hearing',
    { FANGXING_SPEECH_URL: 'http://127.0.0.1/v1', FANGXING_SPEECH_COMMAND: 'hear' },
  ],
]

for (const [name, env] of malformed) {
  test(`${name} is refused`, () => {
    assert.throws(() => readMediaEnvironment(env), { code: 'SETTING_MALFORMED' })
  })
}
