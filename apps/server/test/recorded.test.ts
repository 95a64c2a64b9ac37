/**
 * What other clients send, byte for byte as their sources build it, played in order: each file of
 * `recorded/` names the client and where its models are. `{auditid}`, `{mediaid}` and `{template}`
 * stand for what the server gave before.
 */

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { decide, type House, openHouse, TOOL } from './dialect-story.ts'
import {
  type Instance,
  type Json,
  makeProgram,
  type Program,
  send,
  settled,
  startInstance,
  upload,
} from './instance.ts'
import { openStudio } from './media-studio.ts'

const FOLDER = join(import.meta.dirname, 'recorded')

interface Step {
  readonly post?: string
  readonly get?: string
  readonly type?: string
  readonly body?: string
  readonly expect?: Record<string, unknown>
  /** A person's decision between two calls. */
  readonly by?: 'reviewer'
  readonly how?: 'approve' | 'reject'
}

let instance: Instance
let house: House

before(async () => {
  instance = await startInstance(undefined, openStudio())
  house = await openHouse(instance)
})
after(() => instance.close())

for (const file of readdirSync(FOLDER).sort()) {
  const { client, steps } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))

  test(`${client} is understood`, async () => {
    const program = await makeProgram(instance, [TOOL])
    const { body } = await upload(instance, house.developer, program.appid, 'plain-tool')
    const template = await house.operator.post('/v1/templates', { releaseId: body.id })
    const given: Record<string, unknown> = { template: template.body.id }
    for (const [index, step] of (steps as Step[]).entries()) {
      if (step.by === 'reviewer') {
        await decideOnLatest(program, step.how ?? 'approve')
        continue
      }
      const answer = await play(program, step, given)
      const said = `step ${index + 1}: ${JSON.stringify(answer)}`
      for (const [name, value] of Object.entries(step.expect ?? {})) {
        assert.deepEqual(answer[name], value, said)
      }
      for (const name of ['auditid', 'mediaid']) given[name] = answer[name] ?? given[name]
    }
  })
}

async function play(program: Program, step: Step, given: Record<string, unknown>): Promise<Json> {
  const { get, post, type, body } = step
  const path = get ?? post ?? ''
  const separator = path.includes('?') ? '&' : '?'
  const payload = body?.replaceAll(/\{(auditid|mediaid|template)\}/g, (_, name) => {
    return String(given[name])
  })
  const { status, body: answer } = await send(instance.app, {
    method: get === undefined ? 'POST' : 'GET',
    url: `${path}${separator}access_token=${program.token}`,
    headers: type === undefined ? {} : { 'content-type': type },
    ...(payload === undefined ? {} : { payload }),
  })
  assert.equal(status, 200)
  return answer
}

async function decideOnLatest({ appid }: Program, how: 'approve' | 'reject'): Promise<void> {
  const release = await instance.storage.releases.findLatestSubmitted(appid)
  assert(release)
  await settled(house.developer, release.id)
  await decide(house, release.id, how)
}
