import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hostOf, isUnder } from './host.ts'
import { toLikeness } from './likeness.ts'
import { coveredArea } from './page.ts'

test('a title is wholly like itself, whatever signs stand in it', () => {
  assert.equal(toLikeness('陶瓷花盆 大号', '陶瓷花盆（大号）'), 1)
})

test('titles without a pair in common are not alike', () => {
  assert.equal(toLikeness('陶瓷花盆', '真丝连衣裙'), 0)
})

test('likeness is symmetric and lies between 0 and 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const likeness = toLikeness(one, other)
      assert.equal(likeness, toLikeness(other, one))
      assert.ok(likeness >= 0 && likeness <= 1)
    }),
  )
})

const hosts: [address: string, host: string][] = [
  ['https://A.example:8080/b?c#d', 'a.example'],
  ['a.example/b', 'a.example'],
  ['http://user@a.example', 'a.example'],
  ['', ''],
]

for (const [address, host] of hosts) {
  test(`the host of “${address}” is “${host}”`, () => assert.equal(hostOf(address), host))
}

test('a host that only ends alike is not below another', () => {
  assert.ok(isUnder('m.own.example', ['own.example']))
  assert.ok(!isUnder('notown.example', ['own.example']))
})

const window = { x: 0, y: 0, width: 100, height: 100 }
const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })

test('what boxes share is covered once', () => {
  assert.equal(coveredArea([box(0, 0, 60, 50), box(40, 0, 60, 50)], window), 5000)
})

test('what lies outside the window does not count', () => {
  assert.equal(coveredArea([box(-50, -50, 100, 100), box(0, 200, 100, 100)], window), 2500)
})

test('boxes of different heights are added row by row', () => {
  assert.equal(coveredArea([box(0, 0, 50, 100), box(25, 50, 50, 50)], window), 6250)
})
