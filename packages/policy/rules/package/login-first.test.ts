import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenPage } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { loginFirst } from './login-first.ts'

const paths: [path: string, expect: string][] = [
  ['pages/login/login', 'violation'],
  ['pages/user-login/index', 'violation'],
  ['pages/auth/index', 'violation'],
  ['pages/author/index', 'pass'],
  ['pages/blogin/index', 'pass'],
  ['pages/index/index', 'pass'],
]

for (const [path, expect] of paths) {
  test(`${path} comes first → ${expect}`, () => {
    assert.equal(judgeBy(loginFirst, { pages: [seenPage(path), seenPage('b')] }).kind, expect)
  })
}
