/**
 * Materials of the feed: submitting, deleting, asking what became of them.
 *
 * Source: https://github.com/swan-team/swan-docs, serverapi/submitresource.md, deleteresource.md,
 * third/sitemap.md
 */

import type { Material, MaterialState } from '@fangxing/storage'
import type { FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { appOfToken, readForm, refuseFields, sendSuccess } from './dialect.ts'
import { Reading } from './fields.ts'
import { readResource } from './read-resource.ts'
import { STATUS_OF, submit, withdraw } from './submit.ts'

const BASE = '/rest/2.0/smartapp/access'
const MOST_PER_PAGE = 100
const PREFIX = 'feed:'

export function registerResources(app: App, ports: Ports): void {
  for (const url of [`${BASE}/submitresource`, `${BASE}/resource/submit`]) {
    app.post(url, async (request, reply) => {
      const appid = await appOfToken(ports, request)
      await submit(ports, appid, 'feed', readResource(readForm(request), ports.wallClock.now()))
      return sendSuccess(reply)
    })
  }

  app.post(`${BASE}/deleteresource`, async (request, reply) => {
    const appid = await appOfToken(ports, request)
    const reading = new Reading(readForm(request))
    const path = reading.required('path')
    if (path === '') refuseFields(reading.problems)
    if (!(await withdraw(ports, appid, 'feed', path))) refuseFields([`path: ${path} is not known`])
    return sendSuccess(reply)
  })

  app.get(`${BASE}/resource/query`, async (request, reply) => {
    const appid = await appOfToken(ports, request)
    return sendSuccess(reply, await query(ports, appid, request))
  })
}

async function query({ storage }: Ports, appid: string, request: FastifyRequest) {
  const reading = new Reading(readForm(request))
  const status = Number(reading.optional('status') || '0')
  const page = Math.max(1, Number(reading.optional('page_no') || '1'))
  const size = Math.min(MOST_PER_PAGE, Math.max(1, Number(reading.optional('page_size') || '10')))
  const title = reading.optional('title')
  const found: Material[] = []
  for (let cursor: string | undefined; ; ) {
    const part = await storage.materials.list({ appid, clientPrefix: PREFIX, limit: 200, cursor })
    found.push(...part.items)
    if (part.nextCursor === null || found.length >= 2000) break
    cursor = part.nextCursor
  }
  const wanted = found.filter(
    (one) =>
      (status === 0 || STATUS_OF[one.state] === status) &&
      (title === '' || one.name.includes(title)),
  )
  const items = wanted.slice((page - 1) * size, page * size)
  return { total: wanted.length, list: await Promise.all(items.map((one) => toItem(storage, one))) }
}

async function toItem(storage: Ports['storage'], one: Material) {
  const { items } = await storage.materials.audits(one.id, { limit: 1 })
  return {
    rid: one.id,
    app_id: one.appid,
    title: one.name,
    path: one.clientId?.slice(PREFIX.length) ?? '',
    create_time: toSeconds(one.createdAt),
    audit_time: toSeconds(items[0]?.settledAt ?? 0),
    source: 'api',
    status: STATUS_OF[one.state],
    message: MESSAGE_OF[one.state] ?? '',
  }
}

const MESSAGE_OF: Readonly<Partial<Record<MaterialState, string>>> = {
  rejected: '不符合素材审核规范，逐条报告见 /v1/materials',
  failed: '未能得出审核结论，请重新提交',
}

function toSeconds(at: number): number {
  return Math.floor(at / 1000)
}
