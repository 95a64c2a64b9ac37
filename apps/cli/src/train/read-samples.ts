/**
 * The reviewed samples that a person named on the command line, or a refusal that says every reason.
 *
 * Too little to learn from is refused as well: whoever trains on three texts would publish chance.
 */

import { AppError, LABELS } from '@fangxing/contract'
import { KNOWN_LABELS, type ReviewedText, readReviewed } from '@fangxing/text'
import { readTextFile } from '../input/read-text.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Two for each of the five folds; the guide asks for 50 to 200. */
const LEAST_OF_A_LABEL = 10
const MOST_SHOWN = 20

export async function readSamples(
  file: string,
  terminal: Terminal,
): Promise<readonly ReviewedText[]> {
  const texts = await readSampleFile(file, terminal)
  assertEnough(file, texts, terminal)
  return texts
}

/** Without asking whether there are enough of them. */
export async function readSampleFile(
  file: string,
  terminal: Terminal,
): Promise<readonly ReviewedText[]> {
  const { texts, refused } = readReviewed(await readTextFile(file))
  for (const { line, because } of refused.slice(0, MOST_SHOWN)) {
    terminal.complain(`${file}:${line}: ${terminal.words(because)}`)
  }
  if (refused.length > 0) throw new AppError('SAMPLES_MALFORMED', { file, refused: refused.length })
  return texts
}

/** `file`: where they are from, for the refusal. */
export function assertEnough(
  file: string,
  texts: readonly ReviewedText[],
  terminal: Terminal,
): void {
  const counts = KNOWN_LABELS.map((label) => {
    const count = texts.filter((one) => one.label === label).length
    return { label, count }
  })
  const scarce = counts.filter(({ label, count }) =>
    label === 100 ? count < LEAST_OF_A_LABEL : count > 0 && count < LEAST_OF_A_LABEL,
  )
  for (const { label, count } of scarce) {
    terminal.complain(
      terminal.words({
        zh: `${label}（${LABELS[label].zh}）只有 ${count} 条，至少要 ${LEAST_OF_A_LABEL} 条，50–200 条更好。`,
        en: `${label} (${LABELS[label].en}) has ${count} samples; it needs ${LEAST_OF_A_LABEL}, better 50 to 200.`,
      }),
    )
  }
  const kinds = counts.filter(({ count }) => count >= LEAST_OF_A_LABEL).length
  if (kinds < 2 && scarce.length === 0) {
    terminal.complain(
      terminal.words({
        zh: '只有一种标签：既要正常样本（100），也要至少一种违规样本。',
        en: 'There is one label only: give ordinary samples (100) and some of at least one other.',
      }),
    )
  }
  if (kinds < 2 || scarce.length > 0) throw new AppError('SAMPLES_MALFORMED', { file })
}
