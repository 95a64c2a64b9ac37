import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventKind } from '../api/types.ts'
import { findAuthoritySteps } from './authority-steps.ts'

const NO_PAUSE = { policy: { pausesFor: [] } }
const WITH_PAUSE = { policy: { pausesFor: ['materialRequested'] } }

const rows: readonly [
  name: string,
  allowed: readonly EventKind[],
  filing: typeof WITH_PAUSE | null,
  steps: readonly string[],
][] = [
  ['nothing is allowed: no button', [], NO_PAUSE, []],
  [
    'an open filing: agree first, object, ask, log',
    ['materialRequested', 'contactLogged', 'filingRejected', 'filingPassed'],
    NO_PAUSE,
    ['passFiling', 'rejectFiling', 'requestMaterial', 'logContact'],
  ],
  ['a clock that knows no pause has no button for one', ['filingPaused'], NO_PAUSE, []],
  ['a clock that knows one has', ['filingPaused'], WITH_PAUSE, ['pause']],
  ['a standing clock runs again', ['filingResumed'], WITH_PAUSE, ['resume']],
  [
    'a rectified version: confirm or refuse',
    ['rectificationRefused', 'reinstated'],
    null,
    ['confirmRectification', 'refuseRectification'],
  ],
  ['steps of others are left out', ['launched', 'withdrawn', 'materialSupplied'], NO_PAUSE, []],
]

for (const [name, allowed, filing, steps] of rows) {
  test(name, () => {
    assert.deepEqual(
      findAuthoritySteps({ allowed, filing }).map(({ step }) => step),
      steps,
    )
  })
}

test('objecting, ordering down and refusing are grave; agreeing is not', () => {
  const allowed = ['filingPassed', 'filingRejected', 'takedownOrdered'] as const
  assert.deepEqual(
    findAuthoritySteps({ allowed, filing: NO_PAUSE }).map(({ isGrave }) => isGrave),
    [false, true, true],
  )
})
