import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  askerWith,
  type Instance,
  type Json,
  makeProgram,
  type Program,
  startInstance,
} from './instance.ts'
import { drawn, openStudio } from './media-studio.ts'

interface Step {
  readonly post?: string
  readonly get?: string
  readonly query?: Record<string, string>
  readonly form?: Record<string, string>
  readonly json?: unknown
  readonly expect: Record<string, unknown>
  /** Part of the answer as text. */
  readonly says?: string
  /** A field of the answer that later steps name. */
  readonly keeps?: string
}

const PICTURES: Readonly<Record<string, [width: number, height: number]>> = {
  '/wide.jpg': [600, 400],
  '/square.jpg': [400, 400],
  '/small.jpg': [200, 100],
}

const pictures = createServer((request, response) => {
  const [width, height] = PICTURES[request.url ?? ''] ?? [1, 1]
  response.end(drawn('jpeg', { width, height }))
})
let instance: Instance
let program: Program
let token = ''
const known = new Map<string, string>()

before(async () => {
  instance = await startInstance(undefined, openStudio())
  program = await makeProgram(instance)
  pictures.listen(0, '127.0.0.1')
  await once(pictures, 'listening')
  known.set('pictures', `http://127.0.0.1:${(pictures.address() as AddressInfo).port}`)
  const [year, month, day] = new Date().toISOString().slice(0, 10).split('-').map(Number)
  known.set('today', `${year}年${month}月${day}日`)
})

after(async () => {
  pictures.close()
  await instance.close()
})

function fill(text: string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name) => known.get(name) ?? whole)
}

async function ask(step: Step): Promise<Json> {
  const sdk = { access_token: token, sp_sdk_ver: '0.1.2', sp_sdk_lang: 'golang', ...step.query }
  const isForm = step.form !== undefined
  const body = isForm
    ? new URLSearchParams(JSON.parse(fill(JSON.stringify(step.form)))).toString()
    : step.json && fill(JSON.stringify(step.json))
  const answer = await instance.app.inject({
    method: step.post === undefined ? 'GET' : 'POST',
    url: `${step.post ?? step.get}?${new URLSearchParams(sdk)}`,
    headers: {
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    },
    ...(body ? { payload: body as string } : {}),
  })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

test('a token is given for the app’s id and secret, and for no other', async () => {
  const url = (secret: string) =>
    `/oauth/2.0/token?grant_type=client_credentials&client_id=${program.appid}&client_secret=${secret}&scope=smartapp_snsapi_base`
  const refused = (await instance.app.inject({ url: url('wrong') })).json()
  assert.equal(refused.error, 'invalid_client')
  const given = (await instance.app.inject({ url: url(program.secret) })).json()
  assert.match(given.access_token, /\S{16}/)
  assert.ok(given.expires_in > 0)
  token = given.access_token
})

test('without a good token the gateway answers, in its own form', async () => {
  const url = '/rest/2.0/smartapp/access/submitresource'
  const missing = (await instance.app.inject({ method: 'POST', url })).json()
  assert.equal(missing.error_code, 100)
  const unknown = `${url}?access_token=made-up-made-up-made-up`
  assert.equal((await instance.app.inject({ method: 'POST', url: unknown })).json().error_code, 110)
})

const { client, steps } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'recorded-baidu.json'), 'utf8'),
)

test(`${client} is understood`, async () => {
  for (const [index, step] of (steps as Step[]).entries()) {
    const answer = await ask(step)
    const said = `step ${index + 1}: ${JSON.stringify(answer)}`
    for (const [name, value] of Object.entries(step.expect)) {
      assert.deepEqual(answer[name], value, said)
    }
    if (step.says !== undefined) assert.ok(JSON.stringify(answer).includes(step.says), said)
    if (step.keeps !== undefined) known.set(step.keeps, String(answer.data[step.keeps]))
  }
})

test('what was submitted is a material like any other', async () => {
  const app = askerWith(instance.app, { authorization: `Bearer ${token}` })
  const { items } = (await app.get('/v1/materials')).body
  assert.deepEqual(items.map(({ clientId }: Json) => clientId).sort(), [
    'feed:/pages/detail/detail?id=761446',
    'mount:/pages/index/index',
    'sku:/pages/detail/detail?id=025864',
  ])
})
