/**
 * A registered page shows something.
 *
 * A page whose template holds no element and no text, or only the line that the tools write into a
 * fresh page. A page that could not be read is not judged.
 */

import { inapplicable, type SeenPage, violationOrPass } from '@fangxing/contract'
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
    const unread = byName(unreadableFiles.map(({ file }) => file))
    const shown = byName(elements.map(({ place }) => place.file))
    const fresh = new Set(texts.map(({ text }) => text.trim()))
    const known = pages.filter((one) => one.exists && countOf(unread, one) === 0)
    if (known.length === 0) return inapplicable
    return violationOrPass(
      known
        .filter((one) => isEmpty(one, countOf(shown, one), fresh))
        .map(({ path, place }) => ({
          place,
          message: say(`页面 ${path} 什么也没有显示。`, `Page ${path} shows nothing.`),
          measured: path,
        })),
    )
  },
})

/** How often each file was named, without its ending, by the last part of its path. */
type FilesByName = ReadonlyMap<string, ReadonlyMap<string, number>>

function byName(files: readonly string[]): FilesByName {
  const names = new Map<string, Map<string, number>>()
  for (const file of files) {
    const stem = file.replace(/\.\w+$/, '')
    const counts = names.get(lastOf(stem)) ?? new Map<string, number>()
    counts.set(stem, (counts.get(stem) ?? 0) + 1)
    names.set(lastOf(stem), counts)
  }
  return names
}

/** A page is written in files of its name, whatever their ending, in whatever folder the program lies. */
function countOf(files: FilesByName, { path }: SeenPage): number {
  let count = 0
  for (const [stem, times] of files.get(lastOf(path)) ?? []) if (stem.endsWith(path)) count += times
  return count
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function isEmpty({ path }: SeenPage, elements: number, texts: ReadonlySet<string>): boolean {
  return elements === 0 || (elements <= 2 && texts.has(`${path}.wxml`))
}
