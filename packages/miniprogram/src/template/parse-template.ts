/**
 * Reads a WXML or swan template into elements and texts, each with its line.
 *
 * One pass, no recursion; unbalanced and duplicate markup is read as far as it goes. Text between
 * tags counts, comments do not. Reading ends at `MAX_DEPTH`, because the parser is quadratic in it.
 */

import type { FilePlace } from '@fangxing/contract'
import { Parser } from 'htmlparser2'
import { placeAt, type SourceFile } from '../package/source-tree.ts'

export interface TemplateElement {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly place: FilePlace
  /** The elements around it, nearest first, at most `MAX_ANCESTORS`. */
  readonly ancestors: readonly TemplateElement[]
}

export interface TemplateText {
  readonly text: string
  readonly place: FilePlace
  /** The element it stands in, absent at the top. */
  readonly within?: TemplateElement
}

export interface Template {
  readonly path: string
  readonly elements: readonly TemplateElement[]
  readonly texts: readonly TemplateText[]
  /** It nests too deep: what follows that place was not read. */
  readonly isCutShort: boolean
}

/** Enough to see the form or the dialog an input stands in; keeps deep nesting linear. */
const MAX_ANCESTORS = 12

/** Real templates nest about thirty deep. */
const MAX_DEPTH = 500

class NestedTooDeep extends Error {}

export function parseTemplate(source: SourceFile): Template {
  const elements: TemplateElement[] = []
  const texts: TemplateText[] = []
  const open: TemplateElement[] = []

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (open.length > MAX_DEPTH) throw new NestedTooDeep()
        const place = placeAt(source, parser.startIndex)
        const ancestors = open.slice(-MAX_ANCESTORS).reverse()
        const element = { tag, attributes: { ...attributes }, place, ancestors }
        elements.push(element)
        open.push(element)
      },
      onclosetag: () => void open.pop(),
      ontext(text) {
        const lead = text.length - text.trimStart().length
        const within = open.at(-1)
        if (text.trim() === '' || within?.tag === 'wxs') return
        const place = placeAt(source, parser.startIndex + lead)
        texts.push({ text: text.trim(), place, ...(within && { within }) })
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  const isCutShort = !parseAll(parser, source.text)
  return { path: source.path, elements, texts, isCutShort }
}

function parseAll(parser: Parser, text: string): boolean {
  try {
    parser.end(text)
    return true
  } catch (error) {
    if (error instanceof NestedTooDeep) return false
    throw error
  }
}
