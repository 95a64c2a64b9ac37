import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const SOURCES = join(import.meta.dirname, '..')

function read(ending: RegExp): string {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !/\.test\./.test(file))
    .map((file) => readFileSync(join(SOURCES, file), 'utf8'))
    .join('\n')
}

const code = read(/\.tsx?$/)
const words = new Set(code.match(/[a-z][\w-]*/g))
/** Class names that end in a value: `` `tone-${tone}` ``. */
const beginnings = [...code.matchAll(/([a-z][\w-]*-)\$\{/g)].map(([, start = '']) => start)

test('every class that is styled is drawn somewhere', () => {
  const styled = new Set(
    [...read(/\.css$/).matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name),
  )
  const unused = [...styled].filter(
    (name) =>
      !words.has(name) &&
      !name.startsWith('ant-') &&
      !beginnings.some((beginning) => name.startsWith(beginning)),
  )
  assert.deepEqual(unused, [])
})
