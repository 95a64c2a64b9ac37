/** Does the work of `fangxing train publish`, `list` and `roll-back`: editions on a server. */

import { describeTime } from '@fangxing/release'
import { textModel, textModels } from '@fangxing/server/shapes/text-model'
import type { z } from 'zod'
import { EXIT, type ExitCode } from '../failure/exit-code.ts'
import { alignColumns } from '../terminal/columns.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { openModelApi } from './open-model-api.ts'
import { readAdjustmentFile } from './read-model.ts'

type Edition = z.output<typeof textModel>

export interface ChangeOptions {
  readonly server: string
  readonly note?: string
}

export async function publishModel(
  file: string,
  { server, note }: ChangeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const adjustment = await readAdjustmentFile(file)
  const api = openModelApi(server, terminal)
  return tell(await api.post('/v1/text-models', { adjustment, note }, textModel), terminal)
}

export async function rollBackModel(
  number: number,
  { server, note }: ChangeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = `/v1/text-models/${number}/roll-back`
  return tell(await openModelApi(server, terminal).post(path, { note }, textModel), terminal)
}

export async function listModels(
  { server, format }: { readonly server: string; readonly format: 'text' | 'json' },
  terminal: Terminal,
): Promise<ExitCode> {
  const listed = await openModelApi(server, terminal).get('/v1/text-models', textModels)
  terminal.print(
    format === 'json' ? JSON.stringify(listed, null, 2) : renderModels(listed, terminal),
  )
  return EXIT.clean
}

function tell({ number, edition, restores }: Edition, { print, words }: Terminal): ExitCode {
  const of = restores === null ? { zh: '', en: '' } : describeRestored(restores)
  print(
    words({
      zh: `版本 ${number}${of.zh} 已生效：${edition ?? '出厂模型'}。其他进程在两秒内跟上。`,
      en: `Edition ${number}${of.en} judges now: ${edition ?? 'the shipped model'}. Other processes follow within two seconds.`,
    }),
  )
  return EXIT.clean
}

function describeRestored(restores: number) {
  return { zh: `（即版本 ${restores}）`, en: ` (that is ${restores})` }
}

function renderModels(
  { items, live, shipped }: z.output<typeof textModels>,
  terminal: Terminal,
): string {
  const { words } = terminal
  const heads = [
    words({ zh: '版本', en: 'edition' }),
    words({ zh: '时间', en: 'time' }),
    words({ zh: '谁', en: 'who' }),
    words({ zh: '学到的', en: 'learned' }),
    words({ zh: '样本', en: 'samples' }),
    'macro-F1',
    words({ zh: '说明', en: 'note' }),
  ]
  const rows = items.map((one) => toRow(one, live.number, terminal))
  return [
    words({
      zh: `正在判定：${live.edition}${live.isApplied ? '' : '（该版本基于另一版出厂模型，未启用）'}`,
      en: `judging now: ${live.edition}${live.isApplied ? '' : ' (the edition was learned upon another shipped model: not applied)'}`,
    }),
    ...alignColumns([heads, ...rows]),
    words({ zh: `0  出厂模型 ${shipped}`, en: `0  the shipped model ${shipped}` }),
  ].join('\n')
}

function toRow(
  { number, at, by, edition, restores, figures, note }: Edition,
  live: number,
  { words }: Terminal,
): string[] {
  const again = restores === null ? '' : words({ zh: `同 ${restores} `, en: `as ${restores} ` })
  const f1 = figures && `${figures.macroF1Before.toFixed(3)} → ${figures.macroF1After.toFixed(3)}`
  return [
    `${number}${number === live ? ' *' : ''}`,
    describeTime(at),
    toPrintable(by),
    again + (edition ?? words({ zh: '出厂模型', en: 'the shipped model' })),
    String(figures?.sampleCount ?? ''),
    f1 ?? '',
    toPrintable(note ?? ''),
  ]
}
