/**
 * Cards of services and goods, many at once: those that are refused come back with the reason.
 *
 * Source: https://github.com/baidu/smartapp-openapi-go, server/submit/sku and server/delete/sku
 */

import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import type { Fields } from '../wechat/dialect.ts'
import {
  appOfToken,
  BaiduRefusal,
  readForm,
  readJsonBody,
  refuseFields,
  sendSuccess,
} from './dialect.ts'
import { Reading } from './fields.ts'
import { readSku } from './read-sku.ts'
import { submit, withdraw } from './submit.ts'

const MOST_AT_ONCE = 100

export function registerSkus(app: App, ports: Ports): void {
  app.post('/rest/2.0/smartapp/server/submit/sku', async (request, reply) => {
    const appid = await appOfToken(ports, request)
    const skus = readJsonBody(request)
    if (!Array.isArray(skus) || skus.length === 0 || skus.length > MOST_AT_ONCE) {
      refuseFields([`body: a list of 1 to ${MOST_AT_ONCE}`])
    }
    const failed = []
    for (const sku of skus) {
      const read = readSku(typeof sku === 'object' && sku !== null ? (sku as Fields) : {})
      const reason = await submit(ports, appid, 'sku', read).then(() => null, reasonOf)
      if (reason !== null) failed.push({ path: read.path, reason })
    }
    return sendSuccess(reply, failed)
  })

  app.post('/rest/2.0/smartapp/server/delete/sku', async (request, reply) => {
    const appid = await appOfToken(ports, request)
    const reading = new Reading(readForm(request))
    const paths = reading
      .required('path_list')
      .split(',')
      .filter((path) => path !== '')
    if (paths.length === 0) refuseFields(reading.problems)
    const failed = []
    for (const path of paths.slice(0, MOST_AT_ONCE)) {
      if (!(await withdraw(ports, appid, 'sku', path))) failed.push({ path, reason: 'not known' })
    }
    return sendSuccess(reply, failed)
  })
}

function reasonOf(error: unknown): string {
  if (error instanceof BaiduRefusal && 'msg' in error.body) return String(error.body.msg)
  throw error
}
