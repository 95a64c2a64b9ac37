/** Baidu's paths for submitting materials, beside the native interface. */

import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { sendJson } from '../wechat/dialect.ts'
import { speakBaidu } from './dialect.ts'
import { registerMounts } from './mounts.ts'
import { registerResources } from './resources.ts'
import { registerSkus } from './skus.ts'
import { registerBaiduToken } from './token.ts'

/** Of the gateway: a path that it does not know. */
const NO_SUCH_PATH = { error_code: 3, error_msg: 'Unsupported openapi method' }

export async function registerBaidu(app: App, ports: Ports): Promise<void> {
  speakBaidu(app, ports)
  registerBaiduToken(app, ports)
  registerResources(app, ports)
  registerMounts(app, ports)
  registerSkus(app, ports)
  for (const url of ['/rest/2.0/*', '/oauth/2.0/*']) {
    app.all(url, async (_request, reply) => sendJson(reply, NO_SUCH_PATH))
  }
}
