import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseTexts } from './written-texts.ts'

test('a text has the topic of its section, a kind may choose among those of a label', () => {
  const source = `# remark
# label: 20006 · betting
北门下注
# label: 20006 · weapons offered

东门有刀
# another remark
# label: 100
西门吃面
西门吃面`
  assert.deepEqual(parseTexts(source), [
    { text: '北门下注', topic: 'gambling' },
    { text: '东门有刀', topic: 'contraband' },
    { text: '西门吃面', topic: 'ordinary' },
  ])
})

test('a text without a label, and a label without a topic, are refused', () => {
  assert.throws(() => parseTexts('北门下注'), /before the first label: 北门下注/)
  assert.throws(() => parseTexts('# label: 20013 · copies\n北门'), /no topic has the label 20013/)
})
