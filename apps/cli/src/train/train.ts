/**
 * Does the work of `fangxing train`: learns from reviewed samples, says what that is worth and what
 * it changes, and writes the edition. Nothing is live until somebody publishes it.
 *
 * Exit 1 when unseen samples are judged no better than without it: the file is written all the same.
 */

import { writeFile } from 'node:fs/promises'
import { AppError } from '@fangxing/contract'
import { type Adjustment, loadShippedModel } from '@fangxing/text'
import { parsePost } from '../bulk/parse-post.ts'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { readTextFile } from '../input/read-text.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type Changes, countChanges } from './count-changes.ts'
import { readSamples } from './read-samples.ts'
import { renderTraining } from './render-training.ts'

export interface TrainOptions {
  readonly out?: string
  readonly try?: string
  readonly scene: number
  readonly format: 'text' | 'json'
}

export async function train(
  file: string,
  { out = file.replace(/(?:\.(?:jsonl|csv))?$/, '.fxmodel.json'), ...options }: TrainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const samples = await readSamples(file, terminal)
  const texts = options.try === undefined ? null : await readTexts(options.try)
  const model = await loadShippedModel()
  const adjustment = model.trainAdjustment(samples)
  const changes =
    texts === null
      ? null
      : countChanges(texts, model.classifier, model.adjust(adjustment), options.scene)
  await writeFile(out, `${JSON.stringify(adjustment)}\n`).catch((cause: unknown) => {
    throw new AppError('FILE_UNREADABLE', { file: out }, { cause })
  })
  terminal.print(
    options.format === 'json'
      ? toJson(adjustment, changes, out)
      : renderTraining({ adjustment, changes, file: toPrintable(out) }, terminal),
  )
  const { macroF1Before, macroF1After } = adjustment.report
  return macroF1After > macroF1Before ? EXIT.clean : EXIT.findings
}

/** One text a line: a post as bulk checks take it, or the line itself. */
async function readTexts(file: string): Promise<readonly string[]> {
  const encoder = new TextEncoder()
  const lines = (await readTextFile(file)).split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.flatMap((line) => {
    if (!/^[{"]/.test(line)) return [line]
    const parsed = parsePost(encoder.encode(line))
    return parsed.ok ? parsed.post.texts.map(({ text }) => text) : [line]
  })
}

function toJson(
  { edition, modelEdition, report }: Adjustment,
  changes: Changes | null,
  file: string,
): string {
  return JSON.stringify({ edition, modelEdition, file, report, changes }, null, 2)
}
