import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokenIn } from './first-run.ts'

const links: [name: string, search: string, hash: string, token: string][] = [
  ['the token may stand in the query', '?token=abc', '', 'abc'],
  ['the token may stand in the fragment', '', '#token=abc', 'abc'],
  ['a link without token asks for it', '', '', ''],
]

for (const [name, search, hash, token] of links) {
  test(name, () => assert.equal(tokenIn(search, hash), token))
}
