import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { packFolder } from '@fangxing/server'
import { type Instance, type Json, makeProgram, send, startInstance } from './instance.ts'

const FOLDER = join(import.meta.dirname, '../../../fixtures/materials/thirty-faults')
const read = (file: string) => readFile(join(FOLDER, file), 'utf8')
/** Slow pages: on a busy machine this asks a person, whatever the page. */
const MAY_BE_BUSY = '1.1.a'

let instance: Instance
let token = ''

before(async () => {
  instance = await startInstance()
  const { appid, secret } = await makeProgram(instance)
  const now = instance.wallClock.now()
  token = (await instance.storage.tokens.issue({ appid, secret, kind: 'stable', now })).token
})

after(() => instance.close())

function ask(url: string, payload?: Response): Promise<{ readonly body: Json }> {
  return payload === undefined
    ? send(instance.app, { method: 'GET', url, headers: { authorization: `Bearer ${token}` } })
    : payload.arrayBuffer().then((bytes) =>
        send(instance.app, {
          method: 'POST',
          url,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': payload.headers.get('content-type') ?? '',
          },
          payload: Buffer.from(bytes),
        }),
      )
}

test('a page that is handed in has the 112 outcomes that it has on the command line', async () => {
  const form = new FormData()
  form.set('manifest', await read('material.json'))
  form.set('package', new Blob([new Uint8Array(await packFolder(FOLDER))]), 'page.zip')
  const { body } = await ask('/v1/materials', new Response(form))
  const { id } = body.material
  const deadline = Date.now() + 240_000
  for (let isSettled = false; !isSettled; ) {
    assert.ok(Date.now() < deadline, 'the audit did not end')
    await wait(200)
    isSettled = (await ask(`/v1/materials/${id}`)).body.lastAudit.settledAt !== null
  }
  const { rows } = (await ask(`/v1/materials/${id}/report`)).body
  const found = new Map(
    rows.map(({ clauseId, outcome }: Json) => [clauseId.split('/')[1], outcome.kind]),
  )
  const expected = new Map(Object.entries(JSON.parse(await read('expected.json'))))
  for (const outcomes of [found, expected]) outcomes.delete(MAY_BE_BUSY)
  assert.equal(found.size, 111)
  assert.deepEqual(found, expected)
})
