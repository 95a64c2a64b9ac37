import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Term } from '@fangxing/text'
import { compileHere } from './compile.ts'
import { openCompiler } from './compile-beside.ts'

const TERMS: readonly Term[] = Array.from({ length: 600 }, (_, nth) => ({
  id: String(nth),
  text: `加微${String.fromCharCode(0x4e00 + nth)}信`,
  label: 20006,
  level: 'review',
}))

test('a long list compiled beside finds what it finds when compiled here', async () => {
  const beside = await openCompiler().compile(TERMS)
  const here = await compileHere.compile(TERMS)
  assert.equal(beside.edition, here.edition)
  for (const text of ['加微一信', '加*微 丁信', '增加微一信息', '没有']) {
    assert.deepEqual(beside.find(text), here.find(text))
  }
})

test('rates from beside are the rates from here', async () => {
  const ordinary = ['加微一信好', '别的']
  const here = await compileHere.rate(TERMS, ordinary)
  assert.deepEqual(await openCompiler().rate(TERMS, ordinary), here)
})

test('what cannot be sent or carried out fails, and the next order is served', async () => {
  const compiler = openCompiler()
  const odd = { length: 1 } as unknown as Term[]
  await assert.rejects(compiler.rate(odd, []))
  assert.equal((await compiler.rate(TERMS.slice(0, 1), [])).length, 1)
})
