/**
 * Cards for articles: adding, changing, deleting.
 *
 * A card is known by id and path together; the id is a number made of the material's own.
 * Source: https://github.com/baidu/smartapp-openapi-go, articlemount
 */

import type { Material } from '@fangxing/storage'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { appOfToken, readForm, refuseFields, sendSuccess } from './dialect.ts'
import { type Problem, Reading } from './fields.ts'
import { readMount } from './read-mount.ts'
import { clientIdOf, submit, withdraw } from './submit.ts'

const BASE = '/rest/2.0/smartapp/articlemount/material'
/** As many hexadecimal digits as a number of JavaScript, and of most clients, holds. */
const ID_DIGITS = 12

export function registerMounts(app: App, ports: Ports): void {
  for (const url of [`${BASE}/add`, '/rest/2.0/smartapp/articlemount/material/tp/add']) {
    app.post(url, async (request, reply) => {
      const appid = await appOfToken(ports, request)
      const read = readMount(readForm(request))
      const { id } = await submit(ports, appid, 'mount', read)
      return sendSuccess(reply, { id: toNumber(id), path: read.path })
    })
  }

  app.post(`${BASE}/modify`, async (request, reply) => {
    const appid = await appOfToken(ports, request)
    const fields = readForm(request)
    const reading = new Reading(fields)
    await assertKnown(ports, appid, reading)
    await submit(ports, appid, 'mount', readMount(fields))
    return sendSuccess(reply, true)
  })

  app.post(`${BASE}/delete`, async (request, reply) => {
    const appid = await appOfToken(ports, request)
    const reading = new Reading(readForm(request))
    const path = await assertKnown(ports, appid, reading)
    return sendSuccess(reply, await withdraw(ports, appid, 'mount', path))
  })
}

async function assertKnown({ storage }: Ports, appid: string, reading: Reading): Promise<string> {
  const id = reading.required('id')
  const path = reading.required('path')
  if (reading.problems.length > 0) refuseFields(reading.problems)
  const found = await storage.materials.findByClientId(appid, clientIdOf('mount', path))
  const problem: Problem = `id, path: no card of this app is known by ${id} and ${path}`
  if (found === null || String(toNumber(found.id)) !== id) refuseFields([problem])
  return path
}

function toNumber(id: Material['id']): number {
  return Number.parseInt(id.slice(0, ID_DIGITS), 16)
}
