import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RELEASE_STATES, type ReleaseState } from '../api/types.ts'
import { isOverturned, stagesOf } from './release-life.ts'

const LETTER = { done: 'D', here: 'H', stopped: 'X', waiting: '.', skipped: '-' }

function picture(state: ReleaseState, filed = false, machineRejected = false): string {
  return stagesOf({ state, filed, machineRejected })
    .map(({ status }) => LETTER[status])
    .join('')
}

const cases: [name: string, drawn: string, expected: string][] = [
  ['a draft stands at its first stage', picture('draft'), 'H.....'],
  ['the machine looks', picture('machineReview'), 'DH....'],
  ['a person looks', picture('humanReview'), 'DDH...'],
  ['a rejection by a person stops there', picture('rejected'), 'DDX...'],
  ['a rejection by the machine stops before', picture('rejected', false, true), 'DX....'],
  ['a withdrawn version is back at the start', picture('withdrawn'), 'X.....'],
  ['filing waits for the authority', picture('filing', true), 'DDDH..'],
  ['the authority may reject', picture('filingRejected', true), 'DDDX..'],
  ['approval without filing skips it', picture('approved'), 'DDD-H.'],
  ['approval after filing shows it done', picture('approved', true), 'DDDDH.'],
  ['pre-launch waits for the developer', picture('preLaunch', true), 'DDDDH.'],
  ['a live version is done', picture('launched', true), 'DDDDDD'],
  ['a grey launch is still under way', picture('greyLaunch'), 'DDD-DH'],
  ['a version taken down stopped at the end', picture('takenDown', true), 'DDDDDX'],
]

for (const [name, drawn, expected] of cases) {
  test(name, () => assert.equal(drawn, expected))
}

test('every state has a picture in which nothing is done after where it stands', () => {
  for (const state of RELEASE_STATES) {
    const drawn = picture(state, true)
    assert.match(drawn, /^D*[HXD]\.*$/, state)
  }
})

test('a rejection of the machine is overturned when the version goes on', () => {
  const at = (state: ReleaseState) => isOverturned({ state, verdict: 'reject' })
  assert.deepEqual(
    (['rejected', 'appealed', 'withdrawn', 'humanReview', 'filing', 'launched'] as const).map(at),
    [false, false, false, true, true, true],
  )
  assert.equal(isOverturned({ state: 'launched', verdict: 'review' }), false)
})
