import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureRules, rules, textRules } from '../rules/index.ts'
import { rulesOfScene, SCENE_WEIGHTS, SCENES, toScene } from './scene.ts'

const weights = (scene: 0 | 1 | 2 | 3 | 4, changes = {}) =>
  Object.fromEntries(
    rulesOfScene(textRules, scene, changes).map(({ id, severity }) => [id, severity]),
  )

test('a call without a scene only remarks what a model estimates', () => {
  assert.equal(weights(0)['text/doubtful-text'], 'advise')
  assert.equal(weights(2)['text/doubtful-text'], 'review')
})

test('the operator weighs a rule otherwise, or leaves it out', () => {
  const changes = { 'text/doubtful-text': 'off', 'text/doubtful-word': 'block' } as const
  assert.equal(weights(0, changes)['text/doubtful-text'], undefined)
  assert.equal(weights(0, changes)['text/doubtful-word'], 'block')
})

test('a name that every object has weighs nothing', () => {
  assert.equal(rulesOfScene(textRules, 1, {}).length, textRules.length)
})

test('the same arguments give the same list', () => {
  const changes = {}
  assert.equal(rulesOfScene(textRules, 3, changes), rulesOfScene(textRules, 3, changes))
  assert.notEqual(rulesOfScene(textRules, 3, changes), rulesOfScene(pictureRules, 3, changes))
})

test('an unknown scene is judged as one that was not named', () => {
  assert.deepEqual([7, -1, Number.NaN].map(toScene), [0, 0, 0])
  assert.deepEqual(SCENES.map(toScene), SCENES)
})

test('every rule that a scene names exists', () => {
  const ids = new Set(rules.map(({ id }) => id))
  const named = Object.values(SCENE_WEIGHTS).flatMap((weighed) => Object.keys(weighed))
  assert.deepEqual(
    named.filter((id) => !ids.has(id)),
    [],
  )
})
