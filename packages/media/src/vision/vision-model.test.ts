import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import sharp from 'sharp'
import { observePicture } from '../observe/observe-picture.ts'
import { createVisionModel } from './vision-model.ts'

const QUESTIONS = [
  { id: 'flag', ask: '有旗帜吗？' },
  { id: 'gore', ask: '有血吗？' },
]

const BYTES = await sharp({
  create: { width: 3000, height: 1000, channels: 3, background: 'red' },
})
  .png()
  .toBuffer()

type Answerer = (request: IncomingMessage, body: string, response: ServerResponse) => void

/** Asks a server of this test's own about a red picture. */
async function ask(answer: Answerer, settings: { key?: string; seconds?: number } = {}) {
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => answer(request, body, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const url = `http://127.0.0.1:${port}/v1/`
    const vision = createVisionModel({ url, model: 'eye', questions: QUESTIONS, ...settings })
    return await observePicture(
      { name: 'a', bytes: BYTES },
      { wanted: ['answers'], models: { vision } },
    )
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

function saying(content: string): Answerer {
  return (_request, _body, response) => {
    response.end(JSON.stringify({ choices: [{ message: { content } }] }))
  }
}

test('the request names the model, asks every question and carries a picture of 1024 pixels', async () => {
  let heard: { path?: string | undefined; key?: string | undefined; body: string } = { body: '' }
  await ask(
    (request, body, response) => {
      heard = { path: request.url, key: request.headers.authorization, body }
      saying('{}')(request, body, response)
    },
    { key: 'secret' },
  )
  assert.equal(heard.path, '/v1/chat/completions')
  assert.equal(heard.key, 'Bearer secret')
  const { model, messages } = JSON.parse(heard.body)
  assert.equal(model, 'eye')
  const [asked, picture] = messages[1].content
  assert.equal(asked.text, 'flag: 有旗帜吗？\ngore: 有血吗？')
  const sent = Buffer.from(picture.image_url.url.split(',')[1], 'base64')
  const { width, height, format } = await sharp(sent).metadata()
  assert.deepEqual({ width, height, format }, { width: 1024, height: 341, format: 'jpeg' })
})

const replies: [name: string, content: string, flag: string, because: string][] = [
  [
    'a plain object',
    '{"flag":{"answer":"yes","because":"红旗"},"gore":{"answer":"no"}}',
    'yes',
    '红旗',
  ],
  [
    'an object in a fence',
    '好的：\n```json\n{"flag":{"answer":"no","because":"无"}}\n```',
    'no',
    '无',
  ],
  ['a bare answer', '{"flag":"yes"}', 'yes', ''],
  ['an answer of another form', '{"flag":{"answer":"大概"}}', 'unsure', ''],
  ['an answer to something else', '{"cat":{"answer":"yes"}}', 'unsure', ''],
]

for (const [name, content, answer, because] of replies) {
  test(`${name} is read as ${answer}`, async () => {
    const { answers } = await ask(saying(content))
    assert.deepEqual(answers?.[0], { question: 'flag', model: 'eye', answer, because })
  })
}

const failures: [name: string, answer: Answerer, reason: RegExp][] = [
  ['words instead of JSON', saying('我看到一面旗'), /not answer in the asked form/],
  ['no JSON at all', (_request, _body, response) => response.end('<html>'), /asked form/],
  ['a refusal', (_request, _body, response) => response.writeHead(401).end(), /HTTP 401/],
  [
    'a redirect to somewhere else',
    (_request, _body, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    /cannot be reached/,
  ],
  [
    'an endless reply',
    (_request, _body, response) => response.end(' '.repeat(300 * 1024)),
    /cannot be reached/,
  ],
]

for (const [name, answer, reason] of failures) {
  test(`${name} leaves the answers missing, and says so`, async () => {
    const seen = await ask(answer)
    assert.equal(seen.answers, undefined)
    assert.match(seen.missing[0]?.because.en ?? '', reason)
  })
}

test('an endpoint that never answers leaves the answers missing after its time', async () => {
  const seen = await ask(() => undefined, { seconds: 0.1 })
  assert.match(seen.missing[0]?.because.en ?? '', /within 0.1 seconds/)
})

test('without an endpoint the answers are missing, with how to add one', async () => {
  const seen = await observePicture({ name: 'a', bytes: BYTES }, { wanted: ['answers'] })
  assert.match(seen.missing[0]?.because.en ?? '', /no vision endpoint is set up/)
})
