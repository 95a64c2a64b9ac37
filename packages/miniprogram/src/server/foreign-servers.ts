/**
 * Servers in the package that are written in a language which is not followed: what their source
 * mentions about the path of a request.
 *
 * By routes and names alone, so it is a hint for the person who reads the finding and never a proof: a
 * check that is mentioned may stand in another branch, and a route may belong to another program.
 */

import type { Wording } from '@fangxing/contract'
import { isVendored } from '../package/path.ts'
import type { Program } from '../package/program.ts'

const LANGUAGES = /\.(?:java|kt|php|py|go|rb|cs)$/

/** Ways in which the official checks are called in other languages: addresses and names of SDKs. */
const MENTIONS_CHECK =
  /msg_?sec_?check|img_?sec_?check|media_?check_?async|WxMa\w*Sec\w*Check|content_security|sec_?check_?service/i

const MAX_FILES = 2_000
const MAX_BYTES = 200_000

interface ForeignFile {
  readonly path: string
  readonly text: string
  readonly mentionsCheck: boolean
}

const read = new WeakMap<Program, readonly ForeignFile[]>()

/** Nothing when no file in another language mentions the path. */
export function hintAbout(program: Program, path: string | undefined): Wording | undefined {
  const files = filesOf(program)
  const parts = (path ?? '').split('/').filter((part) => part !== '' && part !== '*')
  if (files.length === 0 || parts.length === 0) return undefined
  const found = files.find(({ text }) => mentionsRoute(text, parts))
  if (found === undefined) return undefined
  const isNamed = found.mentionsCheck || files.some(({ mentionsCheck }) => mentionsCheck)
  return {
    zh: `线索：${found.path} 处理这个路径，${isNamed ? '同一服务端提到了官方检测接口' : '服务端源码没有提到官方检测接口'}；未追踪，不算证明。`,
    en: `A hint: ${found.path} answers this path, and ${isNamed ? 'its server mentions an official check' : 'its server mentions no official check'}. It is not followed, so this proves nothing.`,
  }
}

/** The last part, and the one before it, stand in the file as written routes. */
function mentionsRoute(text: string, parts: readonly string[]): boolean {
  return parts.slice(-2).every((part) => {
    const written = part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    return new RegExp(`["'/]${written}(?:["'/?]|$)`).test(text)
  })
}

function filesOf(program: Program): readonly ForeignFile[] {
  const known = read.get(program)
  if (known) return known
  const { tree } = program
  const paths = tree
    .paths()
    .filter((path) => LANGUAGES.test(path) && !isVendored(path) && tree.sizeOf(path) <= MAX_BYTES)
  const files = paths.slice(0, MAX_FILES).map((path) => {
    const text = tree.peek(path)
    return { path, text, mentionsCheck: MENTIONS_CHECK.test(text) }
  })
  read.set(program, files)
  return files
}
