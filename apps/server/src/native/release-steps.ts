/** The developer's steps, and the reviewer's: from handing in to the decision and its appeal. */

import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { appeal, dismissAppeal, reverseRejection } from '../use-cases/answer-appeal.ts'
import { approveRelease } from '../use-cases/approve-release.ts'
import { delayRelease } from '../use-cases/delay-release.ts'
import { expediteRelease } from '../use-cases/expedite-release.ts'
import { rejectRelease } from '../use-cases/reject-release.ts'
import { submitRelease } from '../use-cases/submit-release.ts'
import { withdrawRelease } from '../use-cases/withdraw-release.ts'
import { registerFilingSteps } from './filing-steps.ts'
import { registerLiveSteps } from './live-steps.ts'
import {
  approval,
  fencedStatement,
  rejecting,
  remark,
  statement,
  submission,
} from './shapes/release.ts'
import { type AddStep, registerStep } from './step.ts'

export function registerReleaseSteps(app: App, ports: Ports): void {
  const add: AddStep = (step) => registerStep(app, ports, step)
  addDeveloperSteps(add)
  addReviewerSteps(add)
  registerFilingSteps(add)
  registerLiveSteps(add)
}

function addDeveloperSteps(add: AddStep): void {
  add({
    path: 'submit',
    summary: 'Hand the version in for review',
    entrants: ['app', 'developer'],
    body: submission,
    take: submitRelease,
  })
  add({
    path: 'withdraw',
    summary: 'Take the submission back; a filing under way is aborted',
    entrants: ['app', 'developer'],
    body: remark,
    take: withdrawRelease,
  })
  add({
    path: 'expedite',
    summary: 'Ask for the review to come first; refused with the reason for a filing',
    entrants: ['app', 'developer', 'reviewer', 'operator'],
    body: remark,
    take: expediteRelease,
  })
  add({
    path: 'appeal',
    summary: 'Appeal against a rejection; once for each submission',
    entrants: ['app', 'developer'],
    body: statement,
    take: appeal,
  })
}

function addReviewerSteps(add: AddStep): void {
  add({
    path: 'approve',
    summary: 'Approve; files when a category asks for it',
    entrants: ['reviewer'],
    body: approval,
    take: approveRelease,
  })
  add({
    path: 'reject',
    summary: 'Reject by clause',
    entrants: ['reviewer'],
    body: rejecting,
    take: rejectRelease,
  })
  add({
    path: 'delay',
    summary: 'Say that the review takes longer, and why',
    entrants: ['reviewer'],
    body: fencedStatement,
    take: delayRelease,
  })
  add({
    path: 'appeal/dismiss',
    summary: 'Uphold the rejection; not by who has decided this submission before',
    entrants: ['reviewer'],
    body: rejecting,
    take: dismissAppeal,
  })
  add({
    path: 'appeal/reverse',
    summary: 'Reverse the rejection: back to human review; not by who has decided before',
    entrants: ['reviewer'],
    body: fencedStatement,
    take: reverseRejection,
  })
}
