/**
 * What a command may do with the terminal it runs in: speak, complain, colour, read its input.
 *
 * Results go to standard output, everything else to standard error, so that output can be piped.
 * Colours only where the output is a terminal and `NO_COLOR` is not set.
 */

import { buffer } from 'node:stream/consumers'
import { styleText } from 'node:util'
import type { Wording } from '@fangxing/contract'
import { chooseLanguage, type Environment, type Language } from './language.ts'

export type Style = 'red' | 'yellow' | 'green' | 'cyan' | 'dim' | 'bold' | 'inverse'

export interface Terminal {
  readonly language: Language
  readonly env: Environment
  print(text: string): void
  complain(text: string): void
  paint(style: Style, text: string): string
  words(wording: Wording): string
  readInput(): Promise<Uint8Array>
}

export function openTerminal(args: readonly string[]): Terminal {
  const language = chooseLanguage(args, process.env)
  endQuietlyWhenReaderLeaves()

  return {
    language,
    env: process.env,
    print: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
    paint: (style, text) => styleText(style, text, { stream: process.stdout }),
    words: (wording) => wording[language],
    readInput: () => buffer(process.stdin),
  }
}

/** `fangxing … | head` closes our output early; that is no failure. */
function endQuietlyWhenReaderLeaves(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    throw error
  })
}
