/** Every route under `/v1`, guarded by role. */

import { guardRoutes } from '../http/access.ts'
import type { App } from '../http/app.ts'
import { answerErrors } from '../http/error-edge.ts'
import { recordActs } from '../http/record-acts.ts'
import type { Ports } from '../ports.ts'
import { registerApps } from './apps.ts'
import { registerAudit } from './audit.ts'
import { registerCallbacks } from './callbacks.ts'
import { registerCases } from './cases.ts'
import { registerCheckPolicy } from './check-policy.ts'
import { registerChecks } from './checks.ts'
import { registerClaims } from './claims.ts'
import { registerClock } from './clock.ts'
import { registerContactCodes } from './contact-codes.ts'
import { registerCorpora } from './corpora.ts'
import { registerDeliveries } from './deliveries.ts'
import { registerDesk } from './desk.ts'
import { registerDeskPicture } from './desk-picture.ts'
import { registerDeskQuality } from './desk-quality.ts'
import { registerDeskSettings } from './desk-settings.ts'
import { registerDeskSound } from './desk-sound.ts'
import { registerDeskWork } from './desk-work.ts'
import { registerFilingProfile } from './filing-profile.ts'
import { registerHealth } from './health.ts'
import { registerIntake } from './intake.ts'
import { registerKnownPictures } from './known-pictures.ts'
import { registerLexiconEditions } from './lexicon-editions.ts'
import { registerMaterialCases } from './material-cases.ts'
import { registerMaterialReports } from './material-reports.ts'
import { registerMaterials } from './materials.ts'
import { registerMediaChecks } from './media-checks.ts'
import { registerMembers } from './members.ts'
import { registerNotices } from './notices.ts'
import { registerProposals } from './proposals.ts'
import { registerReleaseEvidence } from './release-evidence.ts'
import { registerReleaseIntake } from './release-intake.ts'
import { registerReleaseOutlook } from './release-outlook.ts'
import { registerReleaseSteps } from './release-steps.ts'
import { registerRetroScans } from './retro-scans.ts'
import { registerRuleBooks } from './rule-books.ts'
import { registerFirstRun, registerSession } from './session.ts'
import { registerStandings } from './standings.ts'
import { registerStatistics } from './statistics.ts'
import { registerTermImport } from './term-import.ts'
import { registerTerms } from './terms.ts'
import { registerTextModels } from './text-models.ts'
import { registerTokenAccess } from './token-access.ts'
import { registerTrials } from './trials.ts'
import { registerUpstreams } from './upstreams.ts'
import { registerUsers } from './users.ts'

export function registerNative(app: App, ports: Ports): void {
  guardRoutes(app, ports)
  answerErrors(app, ports.log)
  takeEmptyBodies(app)
  recordActs(app, ports)
  registerHealth(app, ports)
  registerFirstRun(app, ports)
  registerSession(app, ports)
  registerUsers(app, ports)
  registerApps(app, ports)
  registerMembers(app, ports)
  registerStandings(app, ports)
  registerTokenAccess(app, ports)
  registerReleaseIntake(app, ports)
  registerReleaseSteps(app, ports)
  registerReleaseOutlook(app, ports)
  registerDesk(app, ports)
  registerContactCodes(app, ports)
  registerFilingProfile(app, ports)
  registerRetroScans(app, ports)
  registerReleaseEvidence(app, ports)
  registerIntake(app, ports)
  registerClaims(app, ports)
  registerNotices(app, ports)
  registerCallbacks(app, ports)
  registerDeliveries(app, ports)
  registerAudit(app, ports)
  registerStatistics(app, ports)
  registerChecks(app, ports)
  registerMediaChecks(app, ports)
  registerMaterials(app, ports)
  registerMaterialReports(app, ports)
  registerMaterialCases(app, ports)
  registerCorpora(app, ports)
  registerKnownPictures(app, ports)
  registerCheckPolicy(app, ports)
  registerTrials(app, ports)
  registerCases(app, ports)
  registerProposals(app, ports)
  registerDeskWork(app, ports)
  registerDeskPicture(app, ports)
  registerDeskSound(app, ports)
  registerDeskSettings(app, ports)
  registerDeskQuality(app, ports)
  registerUpstreams(app, ports)
  registerTerms(app, ports)
  registerTermImport(app, ports)
  registerLexiconEditions(app, ports)
  registerTextModels(app, ports)
  registerClock(app, ports)
  registerRuleBooks(app)
}

/** Some clients name a type and send nothing: that is no body, and not a broken one. */
function takeEmptyBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, null) : parse(request, String(body), done),
  )
}
