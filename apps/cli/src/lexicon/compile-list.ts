/** Does the work of `fangxing lexicon compile`: reads a list, writes the compiled file, says so. */

import { compileLexicon, packLexicon } from '@fangxing/text'
import { complainOfRefused } from '../check/open-lexicon.ts'
import { readLexicon } from '../check/read-lexicon.ts'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { writeWhole } from '../output/write-file.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'

export interface CompileOptions {
  readonly out?: string
}

export async function compileList(
  file: string,
  { out = file.replace(/(?:\.(?:json|txt))?$/, '.fxlex') }: CompileOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const terms = await readLexicon(file)
  const { termCount, refused, edition } = compileLexicon(terms)
  complainOfRefused(refused, file, terminal)
  const bytes = packLexicon(terms)
  await writeWhole(out, bytes)
  const path = toPrintable(out)
  terminal.print(
    terminal.words({
      zh: `${path}：${termCount} 个词，${bytes.length} 字节，版本 ${edition}`,
      en: `${path}: ${termCount} terms, ${bytes.length} bytes, edition ${edition}`,
    }),
  )
  return EXIT.clean
}
