/**
 * Does the work of `fangxing train try`: lets a model judge what a server has checked, beside the one
 * that judges now. Nothing is published.
 *
 * Exit 1 when an answer would change: a person should look at it first.
 */

import { LABELS } from '@fangxing/contract'
import { DAY_MS } from '@fangxing/release'
import { modelTryReport } from '@fangxing/server/shapes/text-model'
import type { z } from 'zod'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { alignColumns } from '../terminal/columns.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { openModelApi } from './open-model-api.ts'
import { readAdjustmentFile } from './read-model.ts'

export interface TryOptions {
  readonly server: string
  readonly app?: string
  /** Back from now. */
  readonly days: number
  readonly most: number
  readonly decided: boolean
  readonly format: 'text' | 'json'
}

type Report = z.output<typeof modelTryReport>
type Change = Report['samples'][number]

const MOST_UNITS = 40

/** `which`: a file, or the number of an edition. */
export async function tryOnServer(
  which: string,
  { server, app: appid, days, most, decided: decidedOnly, format }: TryOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const candidate = /^\d+$/.test(which)
    ? { number: Number(which) }
    : { adjustment: await readAdjustmentFile(which) }
  const api = openModelApi(server, terminal)
  const body = { ...candidate, appid, most, decidedOnly, from: Date.now() - days * DAY_MS }
  const report = await api.post('/v1/text-models/try', body, modelTryReport)
  terminal.print(
    format === 'json' ? JSON.stringify(report, null, 2) : renderReport(report, terminal),
  )
  return report.samples.length === 0 ? EXIT.clean : EXIT.findings
}

function renderReport(report: Report, terminal: Terminal): string {
  const { words } = terminal
  const { tried, withoutText, counts, people, samples } = report
  const changed = counts
    .filter(({ live, tried: other }) => live !== other)
    .reduce((sum, { count }) => sum + count, 0)
  return [
    words({
      zh: `${report.live} 与 ${report.candidate}：试了 ${tried} 条，${changed} 条结论改变`,
      en: `${report.live} and ${report.candidate}: ${tried} tried, ${changed} answered differently`,
    }),
    ...counts.map(({ live, tried: other, count }) => `  ${live} → ${other}  ${count}`),
    words({
      zh: `${withoutText} 条没有留存文本，看不到；新模型若更严，放行未留存的那些只能在发布后看到。`,
      en: `${withoutText} texts are not kept and were not seen; what passed and is not kept shows a stricter model only later.`,
    }),
    words({
      zh: `人工判定过 ${people.decided} 条：现行一致 ${people.liveAgrees}，新模型一致 ${people.triedAgrees}`,
      en: `people decided ${people.decided}: the live model agrees ${people.liveAgrees} times, the new one ${people.triedAgrees}`,
    }),
    ...alignColumns(samples.map((one) => toRow(one, terminal))),
  ].join('\n')
}

function toRow({ checkId, live, tried, person, texts }: Change, { words }: Terminal): string[] {
  const text = texts?.map((one) => one.text).join(' / ') ?? ''
  const decided = {
    pass: { zh: '人工：放行', en: 'person: pass' },
    risky: { zh: '人工：违规', en: 'person: risky' },
  }
  return [
    checkId,
    `${live.suggest} ${words(LABELS[live.label])}`,
    `→ ${tried.suggest} ${words(LABELS[tried.label])}`,
    person === null ? '' : words(decided[person]),
    toPrintable(text.length > MOST_UNITS ? `${text.slice(0, MOST_UNITS)}…` : text),
  ]
}
