import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { toEdition } from '../edition.ts'
import { EDITION } from './layers.generated.ts'
import { applyHere, openHosted } from './layers.ts'

const number = fc.double({ min: -9, max: 9, noNaN: true })

test('a host with WebAssembly says the same as here, to the last bit', () => {
  const layers = fc
    .tuple(fc.constantFrom(1, 8, 16), fc.integer({ min: 1, max: 9 }))
    .chain(([rows, columns]) => {
      const numbers = (count: number) => fc.array(number, { minLength: count, maxLength: count })
      return fc.record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        cells: numbers(rows * columns).map((cells) => Float64Array.from(cells)),
        bias: numbers(rows).map((bias) => Float64Array.from(bias)),
        seen: numbers(columns).map((seen) => Float64Array.from(seen)),
      })
    })
  fc.assert(
    fc.property(fc.array(layers, { minLength: 1, maxLength: 3 }), (list) => {
      const hosted = openHosted(list)
      assert.ok(hosted !== undefined)
      for (const layer of list) {
        const [there, here] = [new Float64Array(layer.rows), new Float64Array(layer.rows)]
        hosted(layer, layer.seen, there)
        applyHere(layer, layer.seen, here)
        assert.deepEqual(there, here)
      }
    }),
  )
})

test('a layer adds up each row and its bias', () => {
  const layer = {
    rows: 2,
    columns: 3,
    cells: Float64Array.of(1, 2, 3, 4, 5, 6),
    bias: Float64Array.of(10, 20),
  }
  const answer = new Float64Array(2)
  applyHere(layer, Float64Array.of(1, 0, 2), answer)
  assert.deepEqual([...answer], [17, 36])
})

test('the module is compiled from the source that stands beside it', () => {
  const folder = join(import.meta.dirname, '..', '..', 'kernel', 'context')
  const sources = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  assert.equal(EDITION, toEdition(sources), 'run node packages/text/kernel/build.ts')
})
