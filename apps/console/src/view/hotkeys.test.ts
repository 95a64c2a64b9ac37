import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCommand, HOTKEYS, type KeyPress, stepInList } from './hotkeys.ts'

const plain: KeyPress = {
  key: 'a',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isTyping: false,
  isDialogOpen: false,
}

const cases: [name: string, press: Partial<KeyPress>, command: string | null][] = [
  ['a letter is its command', {}, 'approve'],
  ['a question mark opens the sheet', { key: '?' }, 'sheet'],
  ['a letter in a field is a letter', { isTyping: true }, null],
  ['a letter in a dialog does nothing', { isDialogOpen: true }, null],
  ['control and a letter is the browser’s', { ctrlKey: true }, null],
  ['a capital is no command', { key: 'A' }, null],
  ['another key is no command', { key: 'q' }, null],
]

for (const [name, press, command] of cases) {
  test(name, () => assert.equal(findCommand({ ...plain, ...press }), command))
}

test('no key has two commands', () => {
  assert.equal(new Set(HOTKEYS.map(({ key }) => key)).size, HOTKEYS.length)
})

const steps: [
  name: string,
  current: number,
  length: number,
  step: 'next' | 'previous',
  to: number,
][] = [
  ['the first step enters the list', -1, 3, 'next', 0],
  ['next goes down', 0, 3, 'next', 1],
  ['the last row is the end', 2, 3, 'next', 2],
  ['the first row is the top', 0, 3, 'previous', 0],
  ['an empty list has no row', -1, 0, 'next', -1],
]

for (const [name, current, length, step, to] of steps) {
  test(name, () => assert.equal(stepInList(current, length, step), to))
}
