/** Does the work of `fangxing check`: reads text and lexicon, assesses, prints, answers. */

import { assessText } from '@fangxing/assessment'
import type { TextClassifier } from '@fangxing/text'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { UsageError } from '../failure/usage-error.ts'
import { decodeText, readTextFile } from '../input/read-text.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { openLexicon } from './open-lexicon.ts'
import { renderCheck } from './render-check.ts'
import { renderCheckJson } from './render-check-json.ts'

export interface CheckOptions {
  readonly file?: string
  readonly lexicon?: string
  readonly scene: number
  readonly explain: boolean
  readonly format: 'text' | 'json'
}

/** The name by which places of the text are given, as the server names the same field. */
const FIELD = 'content'

export async function checkText(
  given: string | undefined,
  options: CheckOptions,
  terminal: Terminal,
  classifier?: TextClassifier,
): Promise<ExitCode> {
  const text = await readGiven(given, options.file, terminal)
  const lexicon = await openLexicon(options.lexicon, terminal)
  const assessment = assessText(
    { texts: [{ field: FIELD, text }], scene: options.scene },
    lexicon,
    classifier === undefined ? {} : { classifier },
  )

  const output =
    options.format === 'json'
      ? renderCheckJson(text, assessment)
      : renderCheck(text, assessment, terminal, options.explain)
  terminal.print(output)
  return assessment.verdict === 'pass' ? EXIT.clean : EXIT.findings
}

async function readGiven(
  given: string | undefined,
  file: string | undefined,
  terminal: Terminal,
): Promise<string> {
  if ((given === undefined) === (file === undefined)) {
    throw new UsageError({
      zh: '请给出一段文本、--file 文件或 -（标准输入）中的一个。',
      en: 'Give one of: a text, --file with a path, or - for standard input.',
    })
  }
  if (file !== undefined) return readTextFile(file)
  return given === '-' ? decodeText(await terminal.readInput(), '-') : (given ?? '')
}
