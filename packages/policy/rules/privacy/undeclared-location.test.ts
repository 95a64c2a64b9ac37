import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeIn, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { undeclaredLocation } from './undeclared-location.ts'

const cases: [name: string, call: string, declared: string[], expect: string][] = [
  [
    'the vague location does not declare the exact one',
    'wx.getLocation',
    ['getFuzzyLocation'],
    'violation',
  ],
  ['and the exact one not the vague one', 'wx.getFuzzyLocation', ['getLocation'], 'violation'],
  ['choosing an address', 'wx.chooseAddress', [], 'violation'],
  ['through uni-app', 'uni.chooseLocation', [], 'violation'],
  ['through Taro, declared', 'Taro.chooseLocation', ['chooseLocation'], 'pass'],
  ['a function of the same name elsewhere', 'map.getLocation', [], 'inapplicable'],
  ['a longer chain', 'wx.cloud.getLocation', [], 'inapplicable'],
  ['stopping needs no declaration', 'wx.stopLocationUpdate', [], 'inapplicable'],
]

for (const [name, call, requiredPrivateInfos, expect] of cases) {
  test(`${name} → ${expect}`, () => {
    const seen = {
      manifest: { ...wechatManifest, requiredPrivateInfos },
      apiCalls: [{ name: call, place: placeIn('pages/map/map.js', 8) }],
    }
    assert.equal(judgeBy(undeclaredLocation, seen).kind, expect)
  })
}

test('all eight interfaces of the clause are asked for', () => {
  const eight = [
    'getFuzzyLocation',
    'getLocation',
    'onLocationChange',
    'startLocationUpdate',
    'startLocationUpdateBackground',
    'chooseLocation',
    'choosePoi',
    'chooseAddress',
  ]
  const apiCalls = eight.map((name) => ({ name: `wx.${name}`, place: placeIn('a.js') }))
  const outcome = judgeBy(undeclaredLocation, { manifest: wechatManifest, apiCalls })
  assert.ok(outcome.kind === 'violation')
  assert.deepEqual(
    outcome.findings.map(({ limit }) => limit),
    eight,
  )
})
