/** The authority's steps, and the developer's answers to it, while a filing is open. */

import {
  logContact,
  pauseFiling,
  requestMaterial,
  resumeFiling,
  supplyMaterial,
} from '../use-cases/accompany-filing.ts'
import { passFiling, rejectFiling } from '../use-cases/answer-filing.ts'
import { filingRejection, pause, remark, statement } from './shapes/release.ts'
import type { AddStep } from './step.ts'

export function registerFilingSteps(add: AddStep): void {
  add({
    path: 'filing/pass',
    summary: 'The authority agrees',
    entrants: ['authority'],
    body: remark,
    take: passFiling,
  })
  add({
    path: 'filing/reject',
    summary: 'The authority objects, by clause; a version that is out is ordered down',
    entrants: ['authority'],
    body: filingRejection,
    take: rejectFiling,
  })
  add({
    path: 'filing/request-material',
    summary: 'The authority asks for material',
    entrants: ['authority'],
    body: statement,
    take: requestMaterial,
  })
  add({
    path: 'filing/supply-material',
    summary: 'Answer what the authority asked for',
    entrants: ['app', 'developer', 'authority'],
    body: statement,
    take: supplyMaterial,
  })
  add({
    path: 'filing/contact',
    summary: 'Log a contact that no code verified',
    entrants: ['authority', 'app', 'developer'],
    body: statement,
    take: logContact,
  })
  add({
    path: 'filing/pause',
    summary: "Stop the filing's clock, for a reason that its policy allows",
    entrants: ['authority', 'operator'],
    body: pause,
    take: pauseFiling,
  })
  add({
    path: 'filing/resume',
    summary: "Let the filing's clock run again",
    entrants: ['authority', 'operator'],
    body: remark,
    take: resumeFiling,
  })
}
