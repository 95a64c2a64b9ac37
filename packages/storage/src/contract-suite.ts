/**
 * What every storage must do, whatever PostgreSQL it stands on: one suite, registered per server.
 *
 * `serverUrl` names an account that may create databases; each run makes its own and drops it.
 */

import { after, before, describe, test } from 'node:test'
import { actFacts } from './contract-suite/act-facts.ts'
import { appFacts, peopleFacts } from './contract-suite/app-facts.ts'
import { caseFacts, proposalFacts } from './contract-suite/case-facts.ts'
import { checkBlockFacts } from './contract-suite/check-block-facts.ts'
import { checkFacts, checkSearchFacts } from './contract-suite/check-facts.ts'
import { contactFacts } from './contract-suite/contact-facts.ts'
import { contentFacts, textFacts } from './contract-suite/content-facts.ts'
import { deliveryFacts } from './contract-suite/delivery-facts.ts'
import { deskFacts } from './contract-suite/desk-facts.ts'
import { claimFacts, filingFacts } from './contract-suite/filing-facts.ts'
import { categoryFacts, mediaFacts, templateFacts } from './contract-suite/intake-facts.ts'
import { crashFacts, jobFacts } from './contract-suite/job-facts.ts'
import { lexiconFacts } from './contract-suite/lexicon-facts.ts'
import { documentFacts, materialFacts } from './contract-suite/material-facts.ts'
import {
  knownPictureFacts,
  mediaCheckFacts,
  quotaFacts,
  visitFacts,
} from './contract-suite/media-check-facts.ts'
import { memberFacts } from './contract-suite/member-facts.ts'
import { migrationFacts } from './contract-suite/migration-facts.ts'
import { orderFacts, queueFacts } from './contract-suite/order-facts.ts'
import { callbackFacts, noticeFacts } from './contract-suite/outbox-facts.ts'
import { personFacts } from './contract-suite/person-facts.ts'
import { profileFacts } from './contract-suite/profile-facts.ts'
import { recordFacts } from './contract-suite/record-facts.ts'
import { listFacts, releaseFacts } from './contract-suite/release-facts.ts'
import { retroFacts } from './contract-suite/retro-facts.ts'
import { type Facts, openShelf, type Shelf } from './contract-suite/shelf.ts'
import { standingFacts } from './contract-suite/standing-facts.ts'
import { statisticsFacts } from './contract-suite/statistics-facts.ts'
import { textModelFacts } from './contract-suite/text-model-facts.ts'
import { tokenFacts } from './contract-suite/token-facts.ts'
import { policyFacts, trialFacts } from './contract-suite/trial-facts.ts'
import { upstreamAskFacts } from './contract-suite/upstream-ask-facts.ts'
import { upstreamFacts } from './contract-suite/upstream-facts.ts'

const SUITE: Readonly<Record<string, Facts>> = {
  apps: appFacts,
  people: peopleFacts,
  peopleChange: personFacts,
  members: memberFacts,
  standings: standingFacts,
  tokens: tokenFacts,
  releases: releaseFacts,
  lists: listFacts,
  filings: filingFacts,
  orders: orderFacts,
  queue: queueFacts,
  contactCodes: contactFacts,
  filingProfiles: profileFacts,
  retroScans: retroFacts,
  checkPolicies: policyFacts,
  trials: trialFacts,
  textModels: textModelFacts,
  acts: actFacts,
  statistics: statisticsFacts,
  claims: claimFacts,
  record: recordFacts,
  jobs: jobFacts,
  crashes: crashFacts,
  notices: noticeFacts,
  callbacks: callbackFacts,
  deliveries: deliveryFacts,
  media: mediaFacts,
  mediaChecks: mediaCheckFacts,
  materials: materialFacts,
  documents: documentFacts,
  knownPictures: knownPictureFacts,
  quotas: quotaFacts,
  visits: visitFacts,
  templates: templateFacts,
  categories: categoryFacts,
  cases: caseFacts,
  proposals: proposalFacts,
  desk: deskFacts,
  upstreams: upstreamFacts,
  upstreamAsks: upstreamAskFacts,
  checks: checkFacts,
  checkSearch: checkSearchFacts,
  checkBlocks: checkBlockFacts,
  content: contentFacts,
  lexicon: lexiconFacts,
  texts: textFacts,
  migrations: migrationFacts,
}

/** `serverUrl` is asked once, before the first fact. */
export function describeStorage(name: string, serverUrl: () => Promise<string>): void {
  describe(name, () => {
    let shelf: Shelf
    before(async () => {
      shelf = await openShelf(await serverUrl())
    })
    after(() => shelf.close())

    for (const [subject, facts] of Object.entries(SUITE)) {
      describe(subject, () => {
        for (const [fact, prove] of Object.entries(facts)) test(fact, () => prove(shelf))
      })
    }
  })
}
