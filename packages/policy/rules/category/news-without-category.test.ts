import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Observations } from '@fangxing/contract'
import { seenPage, seenText, submitted, wechatManifest } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { newsWithoutCategory } from './news-without-category.ts'

const base: Partial<Observations> = {
  manifest: wechatManifest,
  pages: [],
  texts: [],
  submission: submitted('资讯-信息资讯'),
}

const titles: [title: string, expect: string][] = [
  ['时事快讯', 'violation'],
  ['国际新闻', 'violation'],
  ['新闻', 'undetermined'],
  ['今日头条', 'undetermined'],
  ['公司新闻', 'inapplicable'],
  ['校园新闻', 'inapplicable'],
  ['行业资讯', 'inapplicable'],
  ['', 'inapplicable'],
]

for (const [title, expect] of titles) {
  test(`a page titled “${title}” → ${expect}`, () => {
    const seen = { ...base, pages: [seenPage('pages/a/a', title)] }
    assert.equal(judgeBy(newsWithoutCategory, seen).kind, expect)
  })
}

test('the reason names the place and the words', () => {
  const outcome = judgeBy(newsWithoutCategory, { ...base, texts: [seenText('热点要闻', 'a.wxml')] })
  assert.ok(outcome.kind === 'undetermined')
  assert.match(outcome.because.zh, /^a\.wxml:1 .*热点要闻/)
})
