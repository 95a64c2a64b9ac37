import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { unifiedDiff } from './unified-diff.ts'

const folder = mkdtempSync(join(tmpdir(), 'fangxing-diff-'))

after(() => rmSync(folder, { recursive: true }))

function apply(before: string, patch: string): string {
  writeFileSync(join(folder, 'a.txt'), before)
  execFileSync('git', ['apply', '--unsafe-paths', '-'], { cwd: folder, input: patch })
  return readFileSync(join(folder, 'a.txt'), 'utf8')
}

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['a line in the middle', 'a\nb\nc\nd\ne\nf\ng\nh\n', 'a\nb\nc\nd\nX\ne\nf\ng\nh\n'],
  ['two changes far apart', `1\n${'x\n'.repeat(20)}2\n`, `A\n${'x\n'.repeat(20)}B\n`],
  ['two changes close together', '1\nx\nx\n2\n', 'A\nx\nx\nB\n'],
  ['a last line that gets its end', 'a\nb', 'a\nb\n'],
  ['a last line that loses its end', 'a\nb\n', 'a\nb'],
  ['a file that was empty', '', 'a\n'],
]

for (const [name, before, changed] of cases) {
  test(`git applies ${name}`, () => {
    assert.equal(apply(before, unifiedDiff('a.txt', before, changed)), changed)
  })
}

test('what is the same has no difference', () => {
  assert.equal(unifiedDiff('a.txt', 'a\nb\n', 'a\nb\n'), '')
})

test('git applies the difference of any two texts', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 14 })
    .map((l) => l.join('\n'))
  fc.assert(
    fc.property(text, text, (before, changed) => {
      const patch = unifiedDiff('a.txt', before, changed)
      // Git takes the removal of all lines for the removal of the file.
      if (patch === '' || changed === '') return
      assert.equal(apply(before, patch), changed)
    }),
    { numRuns: 40 },
  )
})
