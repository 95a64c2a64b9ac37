import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Observations } from '@fangxing/contract'
import { seenEntry, seenPage, seenText, submitted, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { socialWithoutCategory } from './social-without-category.ts'

const posting: Partial<Observations> = {
  manifest: wechatManifest,
  pages: [],
  texts: [],
  publishEntries: [seenEntry('text')],
  submission: submitted('工具-办公'),
}

const labels: [name: string, label: string, expect: string][] = [
  ['a title of a forum', '业主论坛', 'violation'],
  ['all comments of others', '全部评论 (12)', 'violation'],
  ['a button that publishes a comment', '发表评论', 'violation'],
  ['a wall of confessions', '表白墙', 'violation'],
  ['a section of moments', '动态', 'violation'],
  ['a word that only begins like one', '动态加载字体', 'undetermined'],
  ['a button that shares', '分享到朋友圈', 'undetermined'],
  ['a contact form', '请留言，我们会联系您', 'undetermined'],
  ['a rating of an order', '订单评论', 'undetermined'],
  ['nothing about others', '保存', 'undetermined'],
  [
    'the word in an article, not on a label',
    `${'很长的文章里提到了论坛'.repeat(3)}`,
    'undetermined',
  ],
]

for (const [name, label, expect] of labels) {
  test(`a text entry and ${name} → ${expect}`, () => {
    const texts = [seenText(label, 'pages/post/post.wxml')]
    assert.equal(judgeBy(socialWithoutCategory, { ...posting, texts }).kind, expect)
  })
}

const media: [medium: Parameters<typeof seenEntry>[0], expect: string][] = [
  ['picture', 'violation'],
  ['video', 'violation'],
  ['audio', 'violation'],
  ['nickname', 'inapplicable'],
  ['avatar', 'inapplicable'],
  ['live', 'inapplicable'],
]

for (const [medium, expect] of media) {
  test(`an entry for ${medium} in a forum → ${expect}`, () => {
    const seen = {
      ...posting,
      pages: [seenPage('pages/forum/index', '论坛')],
      publishEntries: [seenEntry(medium, { kind: 'platform' })],
    }
    assert.equal(judgeBy(socialWithoutCategory, seen).kind, expect)
  })
}

test('every entry page is pointed at, with the sign that others read it', () => {
  const outcome = judgeBy(socialWithoutCategory, {
    ...posting,
    pages: [seenPage('pages/forum/index', '论坛')],
    publishEntries: [seenEntry('text'), seenEntry('picture', undefined, 'pages/reply/reply')],
  })
  assert.ok(outcome.kind === 'violation')
  assert.deepEqual(
    outcome.findings.map(({ place, measured }) => [place.kind === 'file' && place.file, measured]),
    [
      ['pages/post/post.wxml', '文字 text + 标题 title “论坛”; 工具-办公'],
      ['pages/reply/reply.wxml', '图片 picture + 标题 title “论坛”; 工具-办公'],
    ],
  )
})

test('a page that is registered under a social category passes whatever it is called', () => {
  for (const category of ['社交-笔记', '社交-问答', '社交-婚恋']) {
    const seen = { ...posting, submission: submitted('工具-办公', category) }
    assert.equal(judgeBy(socialWithoutCategory, seen).kind, 'pass')
  }
})

test('in a shop, comments are reviews of goods and a forum is still a forum', () => {
  const submission = submitted('商家自营-玩具')
  for (const [label, expect] of [
    ['全部评论', 'undetermined'],
    ['买家论坛', 'violation'],
  ] as const) {
    const seen = { ...posting, submission, texts: [seenText(label, 'pages/goods/goods.wxml')] }
    assert.equal(judgeBy(socialWithoutCategory, seen).kind, expect)
  }
})
