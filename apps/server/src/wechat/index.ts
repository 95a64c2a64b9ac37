/** The WeChat dialect: existing clients work when their base URL is changed to this server's. */

import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { registerAccessToken } from './access-token.ts'
import { sendRefusal, speakDialect } from './dialect.ts'
import { registerReviewCalls } from './review-calls.ts'
import { registerSubmitAudit } from './submit-audit.ts'
import { registerTextCheck } from './text-check.ts'

export function registerWechat(app: App, ports: Ports): void {
  speakDialect(app, ports)
  registerAccessToken(app, ports)
  registerTextCheck(app, ports)
  registerSubmitAudit(app, ports)
  registerReviewCalls(app, ports)
  for (const url of ['/wxa/*', '/cgi-bin/*']) {
    app.all(url, async (request, reply) => sendRefusal(request, reply, 40066))
  }
}
