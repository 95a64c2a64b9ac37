/**
 * Reads a script into its syntax tree, or says that it is a library, or why it cannot be read.
 *
 * A minified or very large file is a `library`: it is searched for API names and hosts, but not
 * followed, so what goes into it cannot be told. JavaScript and TypeScript; never throws.
 */

import type { Wording } from '@fangxing/contract'
import { type ParseResult, type Program, parseSync } from 'oxc-parser'
import { malformed, NESTED_TOO_DEEP } from '../because.ts'
import { placeAt, type SourceFile } from '../package/source-tree.ts'
import { isNestedTooDeep } from './nesting.ts'

export type ScriptReading =
  | { readonly kind: 'script'; readonly program: Program }
  | { readonly kind: 'library' }
  | { readonly kind: 'unreadable'; readonly because: Wording }

export interface ReadScript {
  readonly source: SourceFile
  readonly reading: ScriptReading
}

/** Hand-written scripts of the labelled programs stay below 200 KB. */
const MAX_LENGTH = 400_000

/** Mean line length from which a file counts as minified, when it is larger than one screen. */
const MINIFIED_LINE = 300
const MINIFIED_FROM = 8_000

export function readScript(source: SourceFile): ScriptReading {
  if (isLibrary(source)) return { kind: 'library' }
  if (isNestedTooDeep(source.text)) return { kind: 'unreadable', because: NESTED_TOO_DEEP }

  const asModule = parse(source, 'module')
  if (asModule.errors.length === 0) return { kind: 'script', program: asModule.program }
  const asScript = parse(source, 'script')
  if (asScript.errors.length === 0) return { kind: 'script', program: asScript.program }

  if (asModule.program.body.length > 0) return { kind: 'script', program: asModule.program }
  const { line } = placeAt(source, asModule.errors[0]?.labels[0]?.start ?? 0)
  return { kind: 'unreadable', because: malformed(line) }
}

function isLibrary({ text, lineStarts }: SourceFile): boolean {
  if (text.length > MAX_LENGTH) return true
  return text.length > MINIFIED_FROM && text.length / lineStarts.length > MINIFIED_LINE
}

function parse(source: SourceFile, sourceType: 'module' | 'script'): ParseResult {
  const lang = /\.(ts|vue|nvue|mpx)$/.test(source.path)
    ? 'ts'
    : source.path.endsWith('.tsx')
      ? 'tsx'
      : 'jsx'
  return parseSync(source.path, source.text, { lang, sourceType, preserveParens: false })
}
