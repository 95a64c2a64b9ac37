import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { test } from 'node:test'
import { assessCase, goldenCases, pathOfAnswer, renderAnswer } from './golden-cases.ts'

for (const golden of goldenCases) {
  test(`${golden.name} is answered as recorded`, () => {
    assert.equal(renderAnswer(assessCase(golden)), readFileSync(pathOfAnswer(golden), 'utf8'))
  })

  test(`${golden.name} is answered the same twice, byte for byte`, () => {
    assert.equal(JSON.stringify(assessCase(golden)), JSON.stringify(assessCase(golden)))
  })
}

test('every recorded answer belongs to a case', () => {
  const [first] = goldenCases
  const recorded = readdirSync(dirname(pathOfAnswer(first!))).sort()
  assert.deepEqual(recorded, goldenCases.map(({ name }) => `${name}.txt`).sort())
})
