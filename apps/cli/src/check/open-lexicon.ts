/** Compiles the word list a person named, or the starter list; complains about words it refuses. */

import { starterTerms } from '@fangxing/policy'
import { compileLexicon, type Lexicon } from '@fangxing/text'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { readLexicon } from './read-lexicon.ts'

export async function openLexicon(path: string | undefined, terminal: Terminal): Promise<Lexicon> {
  const lexicon = compileLexicon(path === undefined ? starterTerms : await readLexicon(path))
  for (const { term, because } of lexicon.refused) {
    const place = path === undefined ? '' : `${path}: `
    terminal.complain(`${place}“${toPrintable(term.text)}” ${terminal.words(because)}`)
  }
  return lexicon
}
