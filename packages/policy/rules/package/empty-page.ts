/**
 * A registered page shows something.
 *
 * A page whose template holds no element and no text, or only the line that the tools write into a
 * fresh page. A page that could not be read is not judged.
 */

import { inapplicable, type Observations, type SeenPage, violationOrPass } from '@fangxing/contract'
import { seenElement, seenPage, seenText } from '../../src/examples.ts'
import { defineRule } from '../../src/rule.ts'
import { say } from '../../src/say.ts'

const page = seenPage('pages/a/a')

export const emptyPage = defineRule({
  id: 'package/empty-page',
  clause: 'wechat-rejection/3.3.1',
  severity: 'advise',
  title: say('登记的页面是空的', 'A registered page is empty'),
  why: say(
    '空白页面会被当作没有做完，是常见的拒绝理由。',
    'An empty page counts as not finished, a common reason for refusal.',
  ),
  fix: say(
    '写完这个页面，或从 app.json 里去掉它。',
    'Finish the page, or take it out of app.json.',
  ),
  needs: ['pages', 'elements', 'texts', 'unreadableFiles'],
  examples: [
    {
      name: say('没有元素', 'no element'),
      seen: { pages: [page], elements: [], texts: [], unreadableFiles: [] },
      expect: 'violation',
    },
    {
      name: say('只有工具写下的一行', 'only the line that the tools wrote'),
      seen: {
        pages: [page],
        elements: [seenElement('text', 'pages/a/a.wxml')],
        texts: [seenText('pages/a/a.wxml', 'pages/a/a.wxml')],
        unreadableFiles: [],
      },
      expect: 'violation',
    },
    {
      name: say('有内容', 'with content'),
      seen: {
        pages: [page],
        elements: [seenElement('view', 'pages/a/a.wxml')],
        texts: [],
        unreadableFiles: [],
      },
      expect: 'pass',
    },
    {
      name: say('没有页面', 'no pages'),
      seen: { pages: [], elements: [], texts: [], unreadableFiles: [] },
      expect: 'inapplicable',
    },
  ],

  evaluate({ pages, elements, texts, unreadableFiles }) {
    const known = pages.filter(
      (one) => one.exists && !unreadableFiles.some(({ file }) => isOf(file, one)),
    )
    if (known.length === 0) return inapplicable
    return violationOrPass(
      known
        .filter((one) => isEmpty(one, { elements, texts }))
        .map(({ path, place }) => ({
          place,
          message: say(`页面 ${path} 什么也没有显示。`, `Page ${path} shows nothing.`),
          measured: path,
        })),
    )
  },
})

/** A page is written in files of its name, whatever their ending. */
function isOf(file: string, { path }: SeenPage): boolean {
  return file.replace(/\.\w+$/, '').endsWith(path)
}

function isEmpty(one: SeenPage, seen: Pick<Observations, 'elements' | 'texts'>): boolean {
  const elements = seen.elements.filter(({ place }) => isOf(place.file, one))
  if (elements.length === 0) return true
  const isFresh = seen.texts.some(({ text }) => text.trim() === `${one.path}.wxml`)
  return elements.length <= 2 && isFresh
}
