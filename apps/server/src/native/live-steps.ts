/** Steps from the launch on: staged and whole, back, down, rectified, looked at again. */

import {
  confirmRectification,
  liftTakedown,
  refuseRectification,
  reportRectified,
} from '../use-cases/after-takedown.ts'
import { launchRelease } from '../use-cases/launch-release.ts'
import { clearReexamination, startReexamination } from '../use-cases/reexamine.ts'
import { rollBack } from '../use-cases/roll-back.ts'
import { cancelStaging, stageRelease } from '../use-cases/stage-release.ts'
import { orderTakedown, reportTakenDown } from '../use-cases/take-down.ts'
import { remark, rollingBack, staging, statement, takedownOrder } from './shapes/release.ts'
import type { AddStep } from './step.ts'

export function registerLiveSteps(add: AddStep): void {
  addLaunchSteps(add)
  addTakedownSteps(add)
  addReexaminationSteps(add)
}

function addLaunchSteps(add: AddStep): void {
  add({
    path: 'launch',
    summary: 'Bring the version out to everybody',
    entrants: ['app', 'developer'],
    body: remark,
    take: launchRelease,
  })
  add({
    path: 'grey-launch',
    summary: 'Bring the version out to a share of the users, or to a larger one',
    entrants: ['app', 'developer'],
    body: staging,
    take: stageRelease,
  })
  add({
    path: 'grey-launch/cancel',
    summary: 'Take the staged version back; it can be launched later',
    entrants: ['app', 'developer', 'operator'],
    body: remark,
    take: cancelStaging,
  })
  add({
    path: 'roll-back',
    summary: 'Take the live version back; the one that served before serves again',
    entrants: ['app', 'developer', 'operator'],
    body: rollingBack,
    take: rollBack,
  })
}

function addTakedownSteps(add: AddStep): void {
  add({
    path: 'takedown-order',
    summary: 'Order the version down by a deadline',
    entrants: ['authority', 'operator'],
    body: takedownOrder,
    take: orderTakedown,
  })
  add({
    path: 'takedown-order/lift',
    summary: 'Lift the order: the version stands where it stood',
    entrants: ['authority', 'operator'],
    body: statement,
    take: liftTakedown,
  })
  add({
    path: 'taken-down',
    summary: 'Report that the version is down',
    entrants: ['app', 'developer', 'operator'],
    body: remark,
    take: reportTakenDown,
  })
  add({
    path: 'rectified',
    summary: 'Report that what was ordered is rectified',
    entrants: ['app', 'developer'],
    body: statement,
    take: reportRectified,
  })
  add({
    path: 'rectification/confirm',
    summary: 'Confirm the rectification: the version serves again',
    entrants: ['authority', 'operator'],
    body: remark,
    take: confirmRectification,
  })
  add({
    path: 'rectification/refuse',
    summary: 'Refuse the rectification: the version stays down',
    entrants: ['authority', 'operator'],
    body: statement,
    take: refuseRectification,
  })
}

function addReexaminationSteps(add: AddStep): void {
  add({
    path: 're-examination',
    summary: 'Look at a launched version again',
    entrants: ['reviewer', 'operator'],
    body: statement,
    take: startReexamination,
  })
  add({
    path: 're-examination/clear',
    summary: 'Nothing was found: the re-examination ends',
    entrants: ['reviewer', 'operator'],
    body: remark,
    take: clearReexamination,
  })
}
