/** The WeChat dialect: existing clients work when their base URL is changed to this server's. */

import type { App } from '../http/app.ts'
import { takeForms } from '../http/forms.ts'
import type { Ports } from '../ports.ts'
import { registerAccessToken } from './access-token.ts'
import { registerCategories } from './categories.ts'
import { registerCategoryChanges } from './category-changes.ts'
import { registerCommit } from './commit.ts'
import { sendRefusal, speakDialect } from './dialect.ts'
import { registerMediaCheck } from './media-check.ts'
import { registerPictureCheck } from './picture-check.ts'
import { registerQuotas } from './quotas.ts'
import { registerReviewCalls } from './review-calls.ts'
import { registerRiskRank } from './risk-rank.ts'
import { registerRollBack } from './roll-back.ts'
import { openSocketDoor } from './socket-door.ts'
import { registerStagedRelease } from './staged-release.ts'
import { registerSubmitAudit } from './submit-audit.ts'
import { registerTextCheck } from './text-check.ts'
import { openTextDoor } from './text-door.ts'
import { registerUploadMedia } from './upload-media.ts'
import { registerUploadedCode } from './uploaded-code.ts'

export async function registerWechat(app: App, ports: Ports): Promise<void> {
  speakDialect(app, ports)
  registerAccessToken(app, ports)
  registerTextCheck(app, ports)
  openTextDoor(app, ports)
  openSocketDoor(app, ports)
  registerMediaCheck(app, ports)
  registerRiskRank(app, ports)
  registerCommit(app, ports)
  registerUploadedCode(app, ports)
  await app.register(async (scope) => {
    await takeForms(scope)
    registerUploadMedia(scope, ports)
    registerPictureCheck(scope, ports)
  })
  registerCategories(app, ports)
  registerCategoryChanges(app, ports)
  registerSubmitAudit(app, ports)
  registerReviewCalls(app, ports)
  registerStagedRelease(app, ports)
  registerRollBack(app, ports)
  registerQuotas(app, ports)
  for (const url of ['/wxa/*', '/cgi-bin/*']) {
    app.all(url, async (request, reply) => sendRefusal(request, reply, 40066))
  }
}
