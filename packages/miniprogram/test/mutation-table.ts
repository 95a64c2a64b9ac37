/**
 * Small faults put into programs whose guard works: each must be seen.
 *
 * A program is one page, its scripts and its cloud functions; a row changes one place in one file.
 * A row whose expectation is `guarded` is a change that does no harm.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guard } from '@fangxing/contract'
import { observeProgram } from '../src/observe-program.ts'
import { packageOf } from './read-fixture.ts'

export type Files = Readonly<Record<string, string>>
export type Mutation = readonly [
  name: string,
  file: string,
  find: string,
  replace: string,
  expect: Guard['kind'],
]

/** One text field and one button that sends it. */
export const PAGE: Files = {
  'app.json': '{"pages":["p"]}',
  'p.wxml': '<textarea bindinput="onText"/><button bindtap="onSend"/>',
}

export function testMutations(style: string, files: Files, mutations: readonly Mutation[]): void {
  test(`${style}: the guard is proved`, () => assert.equal(guardOf(files), 'guarded'))

  for (const [name, file, find, replace, expect] of mutations) {
    test(`${style}: ${name} → ${expect}`, () => {
      const source = files[file] ?? ''
      assert.ok(source.includes(find), `${file} no longer contains ${find}`)
      assert.equal(guardOf({ ...files, [file]: source.replace(find, () => replace) }), expect)
    })
  }
}

function guardOf(files: Files): Guard['kind'] | undefined {
  return observeProgram(packageOf(files)).publishEntries[0]?.guard.kind
}
