/**
 * The suggested checks of a package as one difference that `git apply` takes from here.
 *
 * The difference goes to standard output alone; what it does, what it leaves, and what has to be looked
 * at by a person goes to standard error.
 */

import { describePlace, type PackageFiles, type PublishEntry } from '@fangxing/contract'
import { suggestGuards } from '@fangxing/miniprogram'
import { MEDIA } from '../preflight/words.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { unifiedDiff } from './unified-diff.ts'

export function suggestPatch(files: PackageFiles, prefix: string, terminal: Terminal): void {
  const { changed, guarded, left } = suggestGuards(files)
  const decoder = new TextDecoder()
  const parts = [...changed].sort(byPath).map(([path, text]) => {
    const before = files.get(path)
    const name = prefix === '' ? path : `${prefix}/${path}`
    return unifiedDiff(name, before && decoder.decode(before), text)
  })
  if (parts.length > 0) terminal.print(parts.join('').replace(/\n$/, ''))
  for (const line of describe(guarded, left, terminal)) terminal.complain(line)
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1
}

function describe(
  guarded: readonly PublishEntry[],
  left: readonly PublishEntry[],
  { words }: Terminal,
): readonly string[] {
  const name = ({ medium, place }: PublishEntry) =>
    toPrintable(`${words(MEDIA[medium])} ${describePlace(place)}`)
  const lines: string[] = []
  if (guarded.length > 0) {
    lines.push(
      words({
        zh: `补丁给 ${guarded.length} 处发布加上检测：${guarded.map(name).join('、')}`,
        en: `The patch puts a check before ${guarded.length} entries: ${guarded.map(name).join(', ')}`,
      }),
      words({
        zh: '应用后：上传云函数，重新自检；改成 async 的函数，请确认调用方会等待。',
        en: 'Then upload the cloud function and check again; see that callers of functions made async wait for them.',
      }),
    )
  }
  if (left.length > 0) {
    lines.push(
      words({
        zh: `没有建议，需要人来改：${left.map(name).join('、')}（图片、音频用 mediaCheckAsync，收到推送的结果后再公开）`,
        en: `No suggestion, a person has to change: ${left.map(name).join(', ')} (pictures and sound: mediaCheckAsync, public only after its pushed answer)`,
      }),
    )
  }
  if (lines.length === 0) {
    lines.push(words({ zh: '没有缺检测的发布入口。', en: 'No entry lacks a check.' }))
  }
  return lines
}
