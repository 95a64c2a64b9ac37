import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modeOf, nextChoice, parseThemeChoice, THEME_CHOICES } from './theme-mode.ts'

test('nothing kept, or nonsense kept, follows the system', () => {
  assert.equal(parseThemeChoice(null), 'system')
  assert.equal(parseThemeChoice('purple'), 'system')
  assert.equal(parseThemeChoice('dark'), 'dark')
})

test('a choice wins over the system', () => {
  assert.deepEqual(
    [modeOf('system', true), modeOf('system', false), modeOf('light', true), modeOf('dark', false)],
    ['dark', 'light', 'light', 'dark'],
  )
})

test('the button comes back to where it began', () => {
  const end = THEME_CHOICES.reduce((choice) => nextChoice(choice), parseThemeChoice(null))
  assert.equal(end, 'system')
})
