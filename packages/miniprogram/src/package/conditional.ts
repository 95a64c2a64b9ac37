/**
 * Conditional compilation of uni-app: `#ifdef`, `#ifndef`, `#endif` in any comment style.
 *
 * Blanks out what is not built for WeChat, keeping every line and column. Nesting is counted; an
 * open condition ends with the file.
 *
 * Source: uniapp.dcloud.net.cn/tutorial/platform.html
 */

import type { SourceFile } from './source-tree.ts'

/** Names that hold in a build for WeChat. The version of Vue is told apart by its own name. */
const HOLDS = new Set(['MP', 'MP-WEIXIN', 'VUE3', 'VUE2'])

/** A comment that holds one directive: `//`, `/* … *\/` or `<!-- … -->`. */
const DIRECTIVE = /(?:\/\/|\/\*|<!--)\s*#(ifdef|ifndef|endif)\b([^\n*>-]*(?:-[A-Z][^\n*>-]*)*)/g

export function keepForWechat(file: SourceFile): SourceFile {
  if (!file.text.includes('#ifdef') && !file.text.includes('#ifndef')) return file
  const dropped: (readonly [start: number, end: number])[] = []
  const open: { readonly start: number; readonly isDropped: boolean }[] = []
  for (const match of file.text.matchAll(DIRECTIVE)) {
    const [text, kind, condition = ''] = match
    if (kind === 'endif') {
      const last = open.pop()
      if (last?.isDropped) dropped.push([last.start, match.index])
      continue
    }
    const holds = condition.split('||').some((name) => HOLDS.has(name.trim()))
    const isDropped = kind === 'ifdef' ? !holds : holds
    open.push({ start: endOfComment(file.text, match.index, text), isDropped })
  }
  for (const { start, isDropped } of open) if (isDropped) dropped.push([start, file.text.length])
  return { ...file, text: blanked(file.text, dropped) }
}

function endOfComment(text: string, at: number, found: string): number {
  const closing = found.startsWith('//') ? '\n' : found.startsWith('/*') ? '*/' : '-->'
  const end = text.indexOf(closing, at)
  return end < 0 ? text.length : end + closing.length
}

function blanked(text: string, ranges: readonly (readonly [number, number])[]): string {
  let kept = text
  for (const [start, end] of ranges) {
    const blank = kept.slice(start, end).replaceAll(/[^\n\r]/g, ' ')
    kept = kept.slice(0, start) + blank + kept.slice(end)
  }
  return kept
}
