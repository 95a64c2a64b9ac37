import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RELEASE_STATES, type Release, type ReleaseState } from '../api/types.ts'
import { chunkOf, findApps, mattersNow, slotsOf } from './standing.ts'

const NOTHING = { newest: null, live: null, staged: null, preLaunched: null, inReview: null }

function version(id: string, state: ReleaseState): Release {
  return { id, state, version: id } as Release
}

test('a version in two places is told once, with both names', () => {
  const live = version('1.0', 'launched')
  assert.deepEqual(slotsOf({ ...NOTHING, live, newest: live }), [
    { slots: ['live', 'newest'], version: live },
  ])
})

test('an app without versions has no places', () => {
  assert.deepEqual(slotsOf(NOTHING), [])
  assert.deepEqual(slotsOf(undefined), [])
  assert.equal(mattersNow(NOTHING), null)
})

const rows: [name: string, states: ReleaseState[], expected: ReleaseState][] = [
  ['an order to take down comes before a draft', ['draft', 'takedownOrdered'], 'takedownOrdered'],
  ['what was rejected comes before what serves', ['launched', 'rejected'], 'rejected'],
  ['what waits for others comes before an idle draft', ['draft', 'filing'], 'filing'],
  ['a version that may launch comes before the live one', ['launched', 'preLaunch'], 'preLaunch'],
]

for (const [name, [newest, live], expected] of rows) {
  test(name, () => {
    const standing = {
      ...NOTHING,
      newest: version('2.0', newest as ReleaseState),
      live: version('1.0', live as ReleaseState),
    }
    assert.equal(mattersNow(standing)?.state, expected)
  })
}

test('every state has its place in the order', () => {
  for (const state of RELEASE_STATES) {
    const other = version('x', 'rolledBack')
    const standing = { ...NOTHING, newest: version('y', state), live: other }
    assert.equal(mattersNow(standing)?.state, state)
  }
})

test('rows are asked for in chunks that cover the list and do not overlap', () => {
  const appids = Array.from({ length: 60 }, (_, index) => `a${index}`)
  assert.deepEqual(chunkOf(appids, 24), appids.slice(0, 25))
  assert.deepEqual(chunkOf(appids, 25), appids.slice(25, 50))
  assert.deepEqual(chunkOf(appids, 59), appids.slice(50))
})

test('apps are found by a part of name or appid', () => {
  const apps = [
    { name: '深夜电台', appid: 'wxABC' },
    { name: 'Garden', appid: 'fx01' },
  ]
  assert.deepEqual(findApps(apps, ' 电台 '), [apps[0]])
  assert.deepEqual(findApps(apps, 'abc'), [apps[0]])
  assert.deepEqual(findApps(apps, 'GARD'), [apps[1]])
  assert.equal(findApps(apps, ' ').length, 2)
})
