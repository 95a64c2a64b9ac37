import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { readLines } from './read-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'fangxing-lines-'))
const file = join(folder, 'lines')
after(() => rmSync(folder, { recursive: true }))

async function read(content: string | Uint8Array, maxBytes = 1000) {
  writeFileSync(file, content)
  const lines = []
  for await (const { bytes, ...line } of readLines(file, maxBytes)) {
    lines.push({ ...line, text: bytes && Buffer.from(bytes).toString() })
  }
  return lines
}

const textsOf = async (content: string, maxBytes?: number) =>
  (await read(content, maxBytes)).map(({ text }) => text)

const CASES: [name: string, content: string, texts: (string | null)[], maxBytes?: number][] = [
  ['an empty file has no line', '', []],
  ['a break ends a line', 'a\nb\n', ['a', 'b']],
  ['the last line needs no break', 'a\nb', ['a', 'b']],
  ['a carriage return belongs to the break', 'a\r\nb\r\n', ['a', 'b']],
  ['blank lines count', '\n\na\n', ['', '', 'a']],
  ['a line at the limit is read', 'abcd\ne', ['abcd', 'e'], 4],
  ['a line above the limit is not held', 'abcde\nf', [null, 'f'], 4],
  ['a long last line is not held', 'a\nbcdef', ['a', null], 4],
]

for (const [name, content, texts, maxBytes] of CASES) {
  test(name, async () => assert.deepEqual(await textsOf(content, maxBytes), texts))
}

test('lines longer than a block of the file come whole', async () => {
  const long = 'x'.repeat(200_000)
  assert.deepEqual(await textsOf(`${long}\n${long}y\n`, 300_000), [long, `${long}y`])
})

test('each line says where it ends and whether it is whole', async () => {
  const ends = (await read('ab\n甲\r\nc')).map(({ end, isWhole }) => [end, isWhole])
  assert.deepEqual(ends, [
    [3, true],
    [8, true],
    [9, false],
  ])
})

test('any content comes back when its lines are joined', async () => {
  const byte = fc.constantFrom(10, 97, 98, 255)
  await fc.assert(
    fc.asyncProperty(fc.array(byte, { maxLength: 60 }), async (given) => {
      writeFileSync(file, new Uint8Array(given))
      const parts: Buffer[] = []
      for await (const { bytes, isWhole } of readLines(file, 1000)) {
        parts.push(Buffer.from(bytes ?? []), Buffer.from(isWhole ? '\n' : ''))
      }
      assert.deepEqual([...Buffer.concat(parts)], given)
    }),
    { numRuns: 60 },
  )
})
