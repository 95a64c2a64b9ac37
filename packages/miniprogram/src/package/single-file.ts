/**
 * Single-file components (`.vue`, `.nvue`, `.mpx`): their template, script and JSON blocks.
 *
 * A block is given as the whole file with everything else blanked out, so that every line and
 * column is that of the file. One pass, nested `<template>` counted; total.
 */

import type { SourceFile } from './source-tree.ts'

export interface FileBlock {
  readonly attributes: string
  /** Same length and lines as the file. */
  readonly source: SourceFile
}

const SINGLE_FILE = /\.(vue|nvue|mpx)$/
/** A tag with its attributes, bounded so that a tag that never closes costs nothing. */
const OPENING = /<(template|script|style)\b((?:"[^"]{0,500}"|'[^']{0,500}'|[^>"']){0,500})>/g

export function isSingleFile(path: string): boolean {
  return SINGLE_FILE.test(path)
}

export function templateBlock(file: SourceFile): FileBlock | undefined {
  return blocksOf(file, 'template')[0]
}

/** The block of code; a component with two (`setup` and plain) gives the one with `setup`. */
export function scriptBlock(file: SourceFile): FileBlock | undefined {
  const scripts = blocksOf(file, 'script').filter(({ attributes }) => !isJson(attributes))
  return scripts.find(({ attributes }) => /\bsetup\b/.test(attributes)) ?? scripts[0]
}

export function jsonBlock(file: SourceFile): FileBlock | undefined {
  return blocksOf(file, 'script').find(({ attributes }) => isJson(attributes))
}

/** `./index.ts` of `<script src="./index.ts">`. */
export function sourceOf({ attributes }: FileBlock): string | undefined {
  return /\bsrc\s*=\s*["']([^"']+)["']/.exec(attributes)?.[1]
}

function isJson(attributes: string): boolean {
  return /application\/json|name\s*=\s*["']json["']/.test(attributes)
}

function blocksOf(file: SourceFile, wanted: string): readonly FileBlock[] {
  const { text } = file
  const blocks: FileBlock[] = []
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(text); match !== null; match = OPENING.exec(text)) {
    const [opening, tag = '', attributes = ''] = match
    const start = match.index + opening.length
    if (attributes.endsWith('/')) continue
    const end = endOf(text, tag, start)
    if (tag === wanted) blocks.push({ attributes, source: only(file, start, end) })
    OPENING.lastIndex = end
  }
  return blocks
}

/** Where the block closes; the end of the file when it never does. */
function endOf(text: string, tag: string, start: number): number {
  const edge = new RegExp(`<(/?)${tag}\\b[^>]{0,2000}?(/?)>`, 'g')
  edge.lastIndex = start
  let depth = 1
  for (let match = edge.exec(text); match !== null; match = edge.exec(text)) {
    const [, closing, selfClosing] = match
    if (closing) depth -= 1
    else if (tag === 'template' && !selfClosing) depth += 1
    if (depth === 0) return match.index
  }
  return text.length
}

function only(file: SourceFile, start: number, end: number): SourceFile {
  const blank = (part: string) => part.replaceAll(/[^\n\r]/g, ' ')
  const { text } = file
  return {
    ...file,
    text: blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end)),
  }
}
