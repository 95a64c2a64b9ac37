import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalOf } from './package-file.ts'

const files: [name: string, file: { name: string; size: number }, refusal: string | null][] = [
  ['a zip is taken', { name: '邻里.ZIP', size: 9 }, null],
  ['another archive is not', { name: 'app.rar', size: 9 }, 'notZip'],
  ['a zip in the middle of a name is no zip', { name: 'a.zip.exe', size: 9 }, 'notZip'],
  ['an empty zip is refused here', { name: 'a.zip', size: 0 }, 'empty'],
]

for (const [name, file, refusal] of files) {
  test(name, () => assert.equal(refusalOf(file), refusal))
}
