import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeBytes } from '../classify/base64.ts'
import { BYTES } from './context.generated.ts'
import { readContextNetwork } from './context-network.ts'
import { openContextReader } from './context-reading.ts'

const bytes = decodeBytes(BYTES)
const network = readContextNetwork(bytes)
const read = openContextReader(network)

test('any string has a finite doubt for each of its units', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const { doubts } = read(text)
      assert.equal(doubts.length, text.length)
      assert.ok(doubts.every(Number.isFinite))
    }),
    { numRuns: 30 },
  )
})

test('what could stand at a place is one of the characters of about its sound', () => {
  const { guess } = read('他的硼有来了')
  const sum = [...network.numbers.keys()]
    .map((unit) => guess(2).likelihoodOf(unit))
    .filter((likelihood) => likelihood > -12)
    .reduce((all, likelihood) => all + Math.exp(likelihood), 0)
  assert.ok(Math.abs(sum - 1) < 0.01, `${sum}`)
  assert.ok(guess(2).likelihoodOf('朋'.charCodeAt(0)) <= guess(2).best)
})

test('what could stand at a sign that has no sound is nothing', () => {
  const { guess } = read('啊？')
  assert.equal(guess(1).likelihoodOf('啊'.charCodeAt(0)), guess(1).best)
})

test('a swapped character is doubted more than the one it stands for', () => {
  const [plain, disguised] = ['她的男朋友来了', '她的男硼有来了'].map((text) => read(text).doubts)
  assert.ok((disguised?.[3] ?? 0) > (plain?.[3] ?? 0))
})

const refused: [name: string, bytes: Uint8Array][] = [
  ['none', new Uint8Array()],
  ['of another kind', Uint8Array.from(bytes, (byte, at) => (at === 0 ? 0 : byte))],
  ['cut off', bytes.subarray(0, bytes.length - 4)],
  ['with more behind', Uint8Array.from([...bytes, 0, 0, 0, 0])],
]
for (const [name, part] of refused) {
  test(`bytes are refused: ${name}`, () => {
    assert.throws(() => readContextNetwork(part), /not a context network/)
  })
}
