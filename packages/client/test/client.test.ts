import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { ClientError, createClient } from '../src/index.ts'
import type { Client, ClientOptions } from '../src/types.ts'
import { type House, openHouse, settle } from './house.ts'

let house: House
let client: Client

before(async () => {
  house = await openHouse()
  client = createClient(house.options)
})
after(() => house.close())

const ASKED = { openid: 'o-1', scene: 3 } as const

test('a clean text passes under a trace id', async () => {
  const answer = await client.checkText({ ...ASKED, content: '今天天气不错' })
  assert.deepEqual([answer.suggest, answer.label, answer.hits], ['pass', 100, []])
  assert.match(answer.traceId, /^[0-9a-f]{8}(-[0-9a-f]{8}){2}$/)
})

test('a risky text comes with the clause, the characters and the disguise', async () => {
  const content = '好看的夹 竹 桃'
  const { suggest, label, hits, findings } = await client.checkText({ ...ASKED, content })
  assert.deepEqual([suggest, label], ['risky', 10001])
  const [hit] = hits
  assert(hit)
  assert.equal(content.slice(hit.start, hit.end), '夹 竹 桃')
  assert(hit.conversions.length > 0)
  assert(findings.every(({ clauseId, message }) => clauseId !== '' && message.zh !== ''))
})

test('a text in doubt is settled by a person, and the decision can be asked for', async () => {
  const { suggest, traceId } = await client.checkText({ ...ASKED, content: '来一壶丁香茶' })
  assert.equal(suggest, 'review')
  assert.equal(await client.findDecision(traceId), null)
  await settle(house, traceId, 'risky')
  const decision = await client.findDecision(traceId)
  assert.deepEqual([decision?.verdict, decision?.note], ['risky', '看过了'])
  assert.equal(await client.findDecision('00000000-00000000-00000000'), null)
})

/** Begins as a PNG does, and ends there: a picture that only a person can tell. */
const BROKEN_PICTURE = new Uint8Array([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52],
])

test('a picture that nobody could read is risky, and a text is no picture', async () => {
  const slow = createClient({ ...house.options, timeoutMs: 60_000 })
  assert.deepEqual(await slow.checkPicture(BROKEN_PICTURE), { suggest: 'risky' })
  assert.deepEqual(await slow.checkPicture(new Blob([BROKEN_PICTURE])), { suggest: 'risky' })
  const text = slow.checkPicture(new TextEncoder().encode('hello'))
  assert.equal((await refusalOf(text)).code, 40005)
})

test('a recording is taken under the id by which its result comes', async () => {
  const url = `${house.url}/nothing.mp3`
  const { traceId } = await client.checkMedia({ ...ASKED, url, kind: 'sound' })
  assert.match(traceId, /^[0-9a-f]{8}(-[0-9a-f]{8}){2}$/)
  const odd = client.checkMedia({ ...ASKED, url: 'no address', kind: 'video' })
  assert.equal((await refusalOf(odd)).code, 47001)
})

test('who wrote what was risky has a rank, who is not known has none', async () => {
  await client.checkText({ ...ASKED, openid: 'o-risky', content: '夹竹桃' })
  const rankOf = async (openid: string) =>
    (await client.getUserRisk({ openid, scene: 2, clientIp: '203.0.113.7' })).rank
  assert((await rankOf('o-risky')) > 0)
  assert.equal(await rankOf('o-unknown'), 0)
})

test('one token serves calls that begin together', async () => {
  const paths: string[] = []
  const counting = createClient({
    ...house.options,
    fetch: (input, init) => {
      paths.push(new URL(String(input)).pathname)
      return fetch(input, init)
    },
  })
  const texts = ['甲', '乙', '丙'].map((content) => counting.checkText({ ...ASKED, content }))
  await Promise.all(texts)
  assert.equal(paths.filter((path) => path === '/cgi-bin/stable_token').length, 1)
  assert.equal(paths.length, 4)
})

test('a token that the server no longer takes is replaced without a word', async () => {
  const own = createClient(house.options)
  await own.checkText({ ...ASKED, content: '甲' })
  const { appid, secret } = house.options
  const forced = { grant_type: 'client_credential', appid, secret, force_refresh: true }
  for (const _ of [1, 2]) {
    await fetch(`${house.url}/cgi-bin/stable_token`, {
      method: 'POST',
      body: JSON.stringify(forced),
    })
  }
  assert.equal((await own.checkText({ ...ASKED, content: '乙' })).suggest, 'pass')
})

async function refusalOf(answer: Promise<unknown>): Promise<ClientError> {
  const error = await answer.then(
    () => assert.fail('it was answered'),
    (reason: unknown) => reason,
  )
  assert(error instanceof ClientError, String(error))
  return error
}

test('a refusal of the server is told by its number', async () => {
  const long = client.checkText({ ...ASKED, content: 'a'.repeat(2501) })
  assert.equal((await refusalOf(long)).code, 45002)
  const wrong = createClient({ ...house.options, secret: 'not the secret' })
  const { code, isTransient } = await refusalOf(wrong.checkText({ ...ASKED, content: '甲' }))
  assert.deepEqual([code, isTransient], [40125, false])
})

test('a server that does not answer is told apart from one that is slow', async () => {
  const nowhere = createClient({ ...house.options, baseUrl: 'http://127.0.0.1:1' })
  const away = await refusalOf(nowhere.checkText({ ...ASKED, content: '甲' }))
  assert.deepEqual([away.code, away.isTransient], ['UNREACHABLE', true])

  await answering(
    () => undefined,
    async (baseUrl) => {
      const slow = createClient({ ...house.options, baseUrl, timeoutMs: 30 })
      assert.equal((await refusalOf(slow.checkText({ ...ASKED, content: '甲' }))).code, 'TOO_SLOW')
    },
  )
})

const TOKEN = JSON.stringify({ access_token: 't', expires_in: 7200 })
const TOKEN_PATH = '/cgi-bin/stable_token'

/** Every call of a client whose server gives a token and then only this. */
const CALLS: Readonly<Record<string, (strange: Client) => Promise<unknown>>> = {
  text: (strange) => strange.checkText({ ...ASKED, content: '甲' }),
  picture: (strange) => strange.checkPicture(BROKEN_PICTURE),
  sound: (strange) => strange.checkMedia({ ...ASKED, url: 'https://a.example/', kind: 'sound' }),
  user: (strange) => strange.getUserRisk({ openid: 'o', scene: 2, clientIp: '203.0.113.7' }),
}

const STRANGE: readonly (readonly [body: string, calls?: readonly string[]])[] = [
  ['<html>'],
  ['[]'],
  ['null'],
  [''],
  ['{}'],
  ['{"message":"no route"}'],
  ['{"errcode":null}'],
  ['{"errcode":"0"}'],
  ['{"errcode":false}'],
  ['{"errcode":0}', ['text', 'sound', 'user']],
]

for (const [body, calls = Object.keys(CALLS)] of STRANGE) {
  for (const name of calls) {
    test(`an answer about a ${name} that is ${JSON.stringify(body)} is none`, async () => {
      await answering(
        (path) => (path === TOKEN_PATH ? TOKEN : body),
        async (baseUrl) => {
          const strange = createClient({ ...house.options, baseUrl })
          const refusal = await refusalOf(CALLS[name]?.(strange) ?? Promise.resolve())
          assert.equal(refusal.code, 'ANSWER_UNKNOWN')
        },
      )
    })
  }
}

test('what a gateway says in place of the server is no answer, whatever it looks like', async () => {
  for (const [status, code, isTransient] of [
    [502, 'ANSWER_UNKNOWN', true],
    [413, 'TOO_LARGE', false],
  ] as const) {
    await answering(
      (path, response) => {
        if (path !== TOKEN_PATH) response.statusCode = status
        return path === TOKEN_PATH ? TOKEN : '{"errcode":0}'
      },
      async (baseUrl) => {
        const behind = createClient({ ...house.options, baseUrl })
        const refusal = await refusalOf(behind.checkPicture(BROKEN_PICTURE))
        assert.deepEqual([refusal.code, refusal.isTransient], [code, isTransient])
      },
    )
  }
})

test('a body that does not end is slow', async () => {
  await answering(
    (path, response) => {
      if (path === TOKEN_PATH) return TOKEN
      response.write('{"errcode":')
      return undefined
    },
    async (baseUrl) => {
      const waiting = createClient({ ...house.options, baseUrl, timeoutMs: 60 })
      assert.equal((await refusalOf(waiting.checkPicture(BROKEN_PICTURE))).code, 'TOO_SLOW')
    },
  )
})

test('who joins the wait for a token waits as long as they may themselves', async () => {
  await answering(
    () => undefined,
    async (baseUrl) => {
      const slow = createClient({ ...house.options, baseUrl, timeoutMs: 200 })
      const ends: string[] = []
      const first = refusalOf(slow.checkText({ ...ASKED, content: '甲' })).then(() =>
        ends.push('1'),
      )
      await wait(100)
      const second = refusalOf(slow.checkText({ ...ASKED, content: '乙' }))
      await first
      ends.push('first ended')
      assert.equal((await second).code, 'TOO_SLOW')
      assert.deepEqual(ends, ['1', 'first ended'])
    },
  )
})

test('a token that is refused while a decision is asked for is replaced', async () => {
  const tokens: string[] = []
  await answering(
    (path, response) => {
      if (path === TOKEN_PATH) {
        tokens.push('another')
        return TOKEN
      }
      if (tokens.length === 1) response.statusCode = 401
      return '{"decision":{"verdict":"pass"}}'
    },
    async (baseUrl) => {
      const asking = createClient({ ...house.options, baseUrl })
      assert.deepEqual(await asking.findDecision('a'), { verdict: 'pass' })
      assert.equal(tokens.length, 2)
    },
  )
})

test('an address may end with a slash, and must be one', async () => {
  const slashed = createClient({ ...house.options, baseUrl: `${house.url}/` })
  assert.equal((await slashed.checkText({ ...ASKED, content: '今天天气不错' })).suggest, 'pass')
  for (const baseUrl of ['127.0.0.1:7300', 'localhost', 'ftp://a.example', '']) {
    assert.throws(() => createClient({ ...house.options, baseUrl }), TypeError)
  }
})

/** Runs against a server that answers each path with a text, or not at all. */
async function answering(
  answer: (path: string, response: ServerResponse) => string | undefined,
  run: (baseUrl: ClientOptions['baseUrl']) => Promise<void>,
): Promise<void> {
  const server: Server = createServer((request, response) => {
    const text = answer((request.url ?? '').split('?')[0] ?? '', response)
    if (typeof text === 'string') response.end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

test('the source uses nothing that only Node has', () => {
  const folder = join(import.meta.dirname, '..', 'src')
  for (const file of readdirSync(folder)) {
    const source = readFileSync(join(folder, file), 'utf8')
    assert.doesNotMatch(source, /from '(?!\.\/)|\b(Buffer|process|require|__dirname)\b[.(]/, file)
  }
})
