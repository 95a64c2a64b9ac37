/**
 * Opens the word list a person named, or the starter list; complains about words it refuses.
 *
 * A file that `fangxing lexicon compile` wrote (`.fxlex`) is loaded, any other list is compiled.
 */

import { readFile } from 'node:fs/promises'
import { AppError } from '@fangxing/contract'
import { starterTerms } from '@fangxing/policy'
import { compileLexicon, type Lexicon, loadLexicon, type RefusedTerm } from '@fangxing/text'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { readLexicon } from './read-lexicon.ts'

export async function openLexicon(path: string | undefined, terminal: Terminal): Promise<Lexicon> {
  if (path?.endsWith('.fxlex')) return loadCompiled(path, terminal)
  const lexicon = compileLexicon(path === undefined ? starterTerms : await readLexicon(path))
  complainOfRefused(lexicon.refused, path, terminal)
  return notEmpty(lexicon, terminal)
}

/** An empty list lets everything pass: a file that was cut off looks like this. */
function notEmpty(lexicon: Lexicon, terminal: Terminal): Lexicon {
  if (lexicon.termCount === 0) terminal.complain(terminal.words(NO_WORDS))
  return lexicon
}

const NO_WORDS = {
  zh: '词库里一个词也没有，什么都不会命中。',
  en: 'The word list is empty: nothing will be found.',
}

export function complainOfRefused(
  refused: readonly RefusedTerm[],
  path: string | undefined,
  terminal: Terminal,
): void {
  for (const { term, because } of refused) {
    const place = path === undefined ? '' : `${path}: `
    terminal.complain(`${place}“${toPrintable(term.text)}” ${terminal.words(because)}`)
  }
}

async function loadCompiled(file: string, terminal: Terminal): Promise<Lexicon> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE'
    throw new AppError(code, { file }, { cause })
  })
  const loaded = loadLexicon(bytes)
  if (loaded.ok) return notEmpty(loaded.lexicon, terminal)
  throw new AppError('LEXICON_MALFORMED', { file, because: terminal.words(loaded.because) })
}
