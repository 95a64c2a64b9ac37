import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { html } from '@fangxing/server/report'
import { packageOf, reportOf } from '../../test/report-of.ts'
import { renderHtml } from './render-html.ts'

const HOSTILE = '<img src=x onerror=alert(1)>'

const files = packageOf({
  'app.json': '{ "pages": ["pages/a/a"] }',
  'pages/a/a.json': `{ "navigationBarTitleText": "校园论坛${HOSTILE}" }`,
  'pages/a/a.wxml': '<textarea bindinput="onText" />\n<button bindtap="onSend">发布</button>',
  'pages/a/a.js': `Page({
  onText(e) { this.text = e.detail.value },
  onSend() { wx.cloud.database().collection('posts').add({ data: { text: this.text, note: '${HOSTILE}' } }) },
})`,
})

test('the page holds no script and asks for nothing from elsewhere', () => {
  const page = renderHtml(reportOf(files), 'zh')
  assert.doesNotMatch(page, /<script|<link|<img|<[a-z][^>]*\son[a-z]+=|url\(|https?:/i)
})

test('its policy allows its own style and nothing else', () => {
  const page = renderHtml(reportOf(files), 'zh')
  const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? ''
  assert.equal(
    policy,
    `default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;`,
  )
})

test('a finding shows the lines around its place, the place itself marked', () => {
  const page = renderHtml(reportOf(files), 'zh')
  assert.match(
    page,
    /<span class="at"><i>1<\/i>&lt;textarea bindinput=&quot;onText&quot; \/&gt;<\/span>/,
  )
})

test('every judgement that asks for something is there, in either language', () => {
  const report = reportOf(files)
  const open = report.assessment.judgements.filter(({ outcome }) =>
    /^(violation|undetermined)$/.test(outcome.kind),
  )
  assert(open.length > 0)
  for (const language of ['zh', 'en'] as const) {
    const page = renderHtml(report, language)
    for (const { ruleId } of open) assert(page.includes(`>${ruleId}</code>`), ruleId)
  }
})

test('the same report gives the same page', () => {
  assert.equal(renderHtml(reportOf(files), 'zh'), renderHtml(reportOf(files), 'zh'))
})

test('a value cannot leave its place in the markup', () => {
  assert.equal(
    html`<p title="${'"><b>&\''}">${[1, html`<i>`, undefined]}</p>`.text,
    '<p title="&quot;&gt;&lt;b&gt;&amp;&#39;">1<i></p>',
  )
})

test('a failure of an engine is told before anything else', () => {
  const report = reportOf(files)
  const { assessment } = report
  const summary = { ...assessment.summary, failures: ['RangeError: <deep>'] }
  const page = renderHtml({ ...report, assessment: { ...assessment, summary } }, 'zh')
  assert(page.indexOf('RangeError: &lt;deep&gt;') < page.indexOf('<main>'))
})
