import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenElement, seenEntry, seenText, submitted, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { likelySocial } from './likely-social.ts'

const SCREEN = 'pages/a/a.wxml'
const wall = {
  manifest: wechatManifest,
  pages: [],
  texts: [seenText('发送留言', SCREEN)],
  elements: [seenElement('image', SCREEN, { src: '{{item.avatarUrl}}' })],
  apiCalls: [],
  hosts: [],
  publishEntries: [seenEntry('text')],
  submission: submitted('工具-办公'),
}

test('what one word proves is left to the rule that proves it', () => {
  const texts = [...wall.texts, seenText('校园论坛', SCREEN)]
  assert.equal(judgeBy(likelySocial, { ...wall, texts }).kind, 'inapplicable')
})

test('every file with a sign is one finding', () => {
  const outcome = judgeBy(likelySocial, wall)
  assert.ok(outcome.kind === 'violation')
  assert.deepEqual(
    outcome.findings.map(({ place }) => place.kind === 'file' && place.file),
    [SCREEN, 'pages/post/post.wxml'],
  )
})

test('a friends category answers it, too', () => {
  const submission = submitted('社交-熟人交友')
  assert.equal(judgeBy(likelySocial, { ...wall, submission }).kind, 'pass')
})
