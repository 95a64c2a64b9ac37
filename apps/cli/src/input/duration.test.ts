import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseDuration } from './duration.ts'

for (const [value, expected] of [
  ['7d', 604_800_000],
  ['12h', 43_200_000],
  ['30m', 1_800_000],
] as const) {
  test(`${value} is ${expected} ms`, () => assert.equal(parseDuration(value), expected))
}

for (const value of ['', '7', 'd', '0d', '-1d', '1.5d', '7 d', '7w', '1234567d']) {
  test(`“${value}” is no duration`, () => assert.throws(() => parseDuration(value), /duration/))
}
