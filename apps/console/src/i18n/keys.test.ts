import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { EVENT_KINDS, RELEASE_STATES } from '../api/types.ts'
import { en } from './en/index.ts'
import { zh } from './zh/index.ts'

const SOURCES = join(import.meta.dirname, '..')

/** `release.title`, and so on down the tree. */
function keysOf(texts: object, above = ''): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [`${above}${name}`] : keysOf(text, `${above}${name}.`),
  )
}

function textAt(texts: object, key: string): string {
  return key
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], texts) as string
}

const code = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n') && !/\.test\./.test(file))
  .map((file) => readFileSync(join(SOURCES, file), 'utf8'))
  .join('\n')

/** Whole keys in quotes, and beginnings of keys that end in a value: `` `stage.${stage}` ``. */
const named = new Set([...code.matchAll(/'([a-zA-Z]+(?:\.\w+)+)'/g)].map(([, key]) => key))
const beginnings = [...code.matchAll(/`([a-zA-Z]+(?:\.\w+)*[._])\$\{/g)].map(
  ([, start = '']) => start,
)

/** The product's own name, and the switch that is written in the other language. */
const SAME_IN_BOTH = new Set(['brand.name', 'nav.language'])

const keys = keysOf(zh)

test('both languages have the same texts', () => {
  assert.deepEqual(keysOf(en).sort(), [...keys].sort())
})

test('no text is empty, and none of the Chinese is left in English', () => {
  for (const key of keys) {
    assert.notEqual(textAt(zh, key).trim(), '', key)
    assert.notEqual(textAt(en, key).trim(), '', key)
    if (!SAME_IN_BOTH.has(key)) assert.doesNotMatch(textAt(en, key), /\p{Script=Han}/u, key)
  }
})

test('both languages put the same values into a text', () => {
  const values = (text: string) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
  for (const key of keys) assert.deepEqual(values(textAt(en, key)), values(textAt(zh, key)), key)
})

test('every text is used', () => {
  const unused = keys.filter(
    (key) => !named.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
  )
  assert.deepEqual(unused, [])
})

test('every key that the code names exists', () => {
  const spaces = new Set(keys.map((key) => key.slice(0, key.indexOf('.'))))
  const known = new Set(keys)
  const wanted = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key)
  assert(wanted.length > 100)
  assert.deepEqual(
    wanted.filter((key) => !known.has(key) || !spaces.has(key.slice(0, key.indexOf('.')))),
    [],
  )
})

test('every state and every event has its words', () => {
  assert.deepEqual(Object.keys(zh.releaseState), [...RELEASE_STATES])
  assert.deepEqual(Object.keys(zh.turnNote), [...RELEASE_STATES])
  assert.deepEqual(Object.keys(zh.event).sort(), [...EVENT_KINDS].sort())
})
