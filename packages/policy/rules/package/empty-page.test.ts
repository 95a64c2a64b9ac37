import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seenElement, seenPage, seenText } from '../../src/examples.ts'
import { judgeBy } from '../../src/judge-by.ts'
import { emptyPage } from './empty-page.ts'

const page = seenPage('pages/a/a')
const nothing = { pages: [page], elements: [], texts: [], unreadableFiles: [] }
const because = { zh: '第 1 行语法错误。', en: 'There is a syntax error in line 1.' }

test('a page in a folder below the package is found by its path', () => {
  const elements = [seenElement('view', 'miniprogram/pages/a/a.wxml')]
  assert.equal(judgeBy(emptyPage, { ...nothing, elements }).kind, 'pass')
})

test('a page with a similar path does not fill it', () => {
  const elements = [seenElement('view', 'pages/a/ab.wxml')]
  assert.equal(judgeBy(emptyPage, { ...nothing, elements }).kind, 'violation')
})

test('a page that could not be read is not judged', () => {
  const unreadableFiles = [{ file: 'pages/a/a.wxml', because }]
  assert.equal(judgeBy(emptyPage, { ...nothing, unreadableFiles }).kind, 'inapplicable')
})

test('a page that is missing is told by another rule', () => {
  const pages = [seenPage('pages/a/a', '', false)]
  assert.equal(judgeBy(emptyPage, { ...nothing, pages }).kind, 'inapplicable')
})

test('the line of the tools beside real content is content', () => {
  const elements = ['view', 'image', 'text'].map((tag) => seenElement(tag, 'pages/a/a.wxml'))
  const texts = [seenText('pages/a/a.wxml', 'pages/a/a.wxml')]
  assert.equal(judgeBy(emptyPage, { ...nothing, elements, texts }).kind, 'pass')
})
