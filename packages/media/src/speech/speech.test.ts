import assert from 'node:assert/strict'
import { readdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { from, H264, pathOf, render, skip } from '../../test/render-clip.ts'
import { observeClip } from '../observe/observe-clip.ts'
import { openRecogniser } from './open-recogniser.ts'
import { secondsOf, toWav } from './wav.ts'

const SAID = { language: 'chinese', segments: [{ start: 0.5, end: 1.5, text: ' 加我微信 ' }] }

interface Heard {
  readonly url: string | undefined
  readonly key: string | undefined
  readonly form: FormData
}

/** A transcription service of one answer; what it was sent is kept. */
async function withService<Result>(
  answer: { status?: number; body: string; hangs?: boolean },
  use: (url: string, heard: Heard[]) => Promise<Result>,
): Promise<Result> {
  const heard: Heard[] = []
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const headers = { 'content-type': String(request.headers['content-type']) }
    const form = await new Response(Buffer.concat(chunks), { headers }).formData()
    heard.push({ url: request.url, key: request.headers.authorization, form })
    if (answer.hangs) return
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
    response.end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, heard)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

const wav = toWav(Buffer.alloc(64_000))

test('a service is asked as its protocol says, and its words come back with their seconds', async () => {
  await withService({ body: JSON.stringify(SAID) }, async (url, heard) => {
    const settings = {
      kind: 'endpoint',
      url,
      model: 'whisper-1',
      key: 'k',
      language: 'zh',
    } as const
    const transcript = await openRecogniser(settings).transcribe(wav)
    assert.deepEqual(transcript, {
      language: 'zh',
      words: [{ from: 0.5, to: 1.5, text: '加我微信' }],
    })
    const [sent] = heard
    assert.equal(sent?.url, '/v1/audio/transcriptions')
    assert.equal(sent?.key, 'Bearer k')
    assert.equal(sent?.form.get('model'), 'whisper-1')
    assert.equal(sent?.form.get('response_format'), 'verbose_json')
    assert.equal((sent?.form.get('file') as File | undefined)?.size, wav.length)
  })
})

const failures: [name: string, answer: Parameters<typeof withService>[0], reason: RegExp][] = [
  ['a service that refuses', { status: 401, body: '{}' }, /HTTP 401/],
  ['a service that answers otherwise', { body: '<html>' }, /asked form/],
  ['a service that does not answer', { body: '', hangs: true }, /within 0.2 seconds/],
]

for (const [name, answer, reason] of failures) {
  test(`${name} is a reason, and no silence`, async () => {
    await withService(answer, async (url) => {
      const recogniser = openRecogniser({ kind: 'endpoint', url, model: 'm', seconds: 0.2 })
      await assert.rejects(() => recogniser.transcribe(wav), reason)
    })
  })
}

/** A program of one line of JavaScript. */
function command(script: string, more: { seconds?: number; args?: string[] } = {}) {
  const args = more.args ?? ['-e', script]
  return openRecogniser({ kind: 'command', program: process.execPath, ...more, args })
}

test('a command is given the sound and its print is read', async () => {
  const script = `const wav = require('fs').readFileSync(process.argv.at(-1));
    console.log('WEBVTT\\n\\n00:00.000 --> 00:02.000\\n' + wav.length)`
  const { words } = await command(script).transcribe(wav)
  assert.deepEqual(words, [{ from: 0, to: 2, text: String(wav.length) }])
})

test('the path stands where the arguments say', async () => {
  const script = 'console.log(JSON.stringify({ text: process.argv[1] }))'
  const args = ['-e', script, '--', '--file={wav}', 'last']
  const { words } = await command('', { args }).transcribe(wav)
  assert.match(words[0]?.text ?? '', /^--file=.*sound\.wav$/)
  assert.equal(words[0]?.to, secondsOf(wav))
})

test('a command that fails, hangs or is not there is a reason, and leaves no file', async () => {
  // Of this process: others may have their own beside them.
  const beginning = `fangxing-speech-${process.pid}-`
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(beginning))
  await assert.rejects(() => command('process.exit(2)').transcribe(wav), /failed \(2\)/)
  await assert.rejects(() => command('console.log("hm")').transcribe(wav), /neither JSON/)
  const hanging = command('setInterval(() => {}, 1000)', { seconds: 0.3 })
  await assert.rejects(() => hanging.transcribe(wav), /did not end within/)
  const absent = openRecogniser({ kind: 'command', program: pathOf('no such program') })
  await assert.rejects(() => absent.transcribe(wav), /does not exist/)
  assert.deepEqual(left(), [])
})

test('what is said in a video is a fact of its sound', { skip }, async () => {
  const source = await render(
    ...from('testsrc2=s=160x90:d=2', 'sine=d=2'),
    ...H264,
    '-c:a',
    'aac',
    'talk.mp4',
  )
  const recogniser = command(`console.log('${JSON.stringify(SAID)}')`)
  const clip = await observeClip({ name: 'talk', source }, { wanted: ['speech'], recogniser })
  assert.deepEqual(clip.sound?.speech, {
    language: 'zh',
    words: [{ from: 0.5, to: 1.5, text: '加我微信' }],
  })
  const failing = await observeClip(
    { name: 'talk', source },
    { wanted: ['speech'], recogniser: command('process.exit(1)') },
  )
  assert.equal(failing.sound?.speech, undefined)
  assert.match(failing.missing[0]?.because.en ?? '', /failed \(1\)/)
})

test('a long sound is written down stretch by stretch, with its own seconds', {
  skip,
}, async () => {
  const source = await render(...from('sine=d=1210:r=8000'), 'long.wav')
  const recogniser = command(`console.log('${JSON.stringify(SAID)}')`)
  const clip = await observeClip({ name: 'long', source }, { wanted: ['speech'], recogniser })
  assert.deepEqual(
    clip.sound?.speech?.words.map(({ from: at }) => at),
    [0.5, 600.5, 1200.5],
  )
})

test('a program written by hand in a file works as a command', async () => {
  writeFileSync(pathOf('hear.mjs'), `console.log('1\\n00:00:00,000 --> 00:00:01,000\\n你好')`)
  const { words } = await command('', { args: [pathOf('hear.mjs')] }).transcribe(wav)
  assert.equal(words[0]?.text, '你好')
})
