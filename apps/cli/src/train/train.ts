/**
 * Does the work of `fangxing train`: learns from reviewed samples, of a file or of a server's
 * decisions, says what that is worth and what
 * it changes, and writes the edition. Nothing is live until somebody publishes it.
 *
 * Exit 1 when unseen samples are judged no better than without it: the file is written all the same.
 */

import { type Adjustment, loadShippedModel, type ReviewedText } from '@fangxing/text'
import { parsePost } from '../bulk/parse-post.ts'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { readTextFile } from '../input/read-text.ts'
import { writeWhole } from '../output/write-file.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { type Changes, countChanges } from './count-changes.ts'
import { fetchSamples } from './fetch-samples.ts'
import { openModelApi } from './open-model-api.ts'
import { assertEnough, readSampleFile, readSamples } from './read-samples.ts'
import { renderTraining } from './render-training.ts'

export interface TrainOptions {
  readonly out?: string
  readonly try?: string
  /** Also what people decided on this server. */
  readonly fromServer?: boolean
  readonly server: string
  readonly app?: string
  /** Where to write the samples that were learned from. */
  readonly save?: string
  readonly scene: number
  readonly format: 'text' | 'json'
}

export async function train(
  file: string | undefined,
  { out = nameEdition(file), ...options }: TrainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const samples = await gather(file, options, terminal)
  if (options.save !== undefined) await writeWhole(options.save, samples.map(toLine).join(''))
  const texts = options.try === undefined ? null : await readTexts(options.try)
  const model = await loadShippedModel()
  const adjustment = model.trainAdjustment(samples)
  const changes =
    texts === null
      ? null
      : countChanges(texts, model.classifier, model.adjust(adjustment), options.scene)
  await writeWhole(out, toLine(adjustment))
  terminal.print(
    options.format === 'json'
      ? toJson(adjustment, changes, out)
      : renderTraining({ adjustment, changes, file: toPrintable(out) }, terminal),
  )
  const { macroF1Before, macroF1After } = adjustment.report
  return macroF1After > macroF1Before ? EXIT.clean : EXIT.findings
}

/** From the file, the server, or both; where both know a text, the file is right. */
async function gather(
  file: string | undefined,
  { fromServer = false, server, app }: TrainOptions,
  terminal: Terminal,
): Promise<readonly ReviewedText[]> {
  if (!fromServer) return readSamples(file ?? '', terminal)
  const own = file === undefined ? [] : await readSampleFile(file, terminal)
  const { texts, leftOut } = await fetchSamples(openModelApi(server, terminal), app)
  terminal.complain(
    terminal.words({
      zh: `${server}：${texts.length} 条人工判定可用；${leftOut.withoutText} 条未留存文本，${leftOut.otherLabel} 条标签学不了，${leftOut.otherKind} 条不是文本。`,
      en: `${server}: ${texts.length} decisions to learn from; ${leftOut.withoutText} without their text, ${leftOut.otherLabel} with a label that cannot be learned, ${leftOut.otherKind} of other kinds.`,
    }),
  )
  const known = new Set(own.map(({ text }) => text))
  const all = [...own, ...texts.filter(({ text }) => !known.has(text))]
  assertEnough(file ?? server, all, terminal)
  return all
}

function nameEdition(file = 'decided'): string {
  return file.replace(/(?:\.(?:jsonl|csv))?$/, '.fxmodel.json')
}

function toLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`
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
