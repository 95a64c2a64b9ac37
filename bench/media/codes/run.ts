/**
 * `node bench/media/codes/run.ts [every] [--save]`: QR codes read on the grid, beside other readers.
 *
 * `every` takes each n-th case only. Prints how many each reader read, by size, rotation, blur,
 * contrast and polarity. A case counts when exactly the words of its code are among what was read;
 * anything else that is read counts as invented. `--save` keeps the run for `docs/media/pictures.md`.
 */

import sharp from 'sharp'
import { prepareWriter } from '../../../packages/media/test/code-writer.ts'
import { saveRun } from '../runs.ts'
import { GRID, GRID_CONTENT, type GridCase, renderCase } from './grid.ts'
import { type Pixels, prepareReaders, READERS } from './readers.ts'

export interface ReaderScore {
  readonly reader: string
  readonly read: number
  readonly invented: number
  readonly milliseconds: number
  /** Cases read and cases asked, by group, e.g. `blur 0.4`. */
  readonly groups: Readonly<Record<string, readonly [read: number, asked: number]>>
}

export interface CodeRun {
  readonly cases: number
  readonly scores: readonly ReaderScore[]
}

export async function runGrid(every: number): Promise<CodeRun> {
  prepareReaders()
  await prepareWriter()
  const cases = GRID.filter((_, at) => at % every === 0)
  const tallies = READERS.map((reader) => ({
    reader,
    read: 0,
    invented: 0,
    milliseconds: 0,
    groups: new Map<string, [number, number]>(),
  }))
  for (const one of cases) {
    const bytes = await renderCase(one)
    const pixels = await toPixels(bytes)
    for (const tally of tallies) {
      const start = performance.now()
      const found = await tally.reader.read(bytes, pixels)
      tally.milliseconds += performance.now() - start
      const isRead = found.includes(GRID_CONTENT)
      if (isRead) tally.read += 1
      tally.invented += found.filter((content) => content !== GRID_CONTENT).length
      for (const group of groupsOf(one)) {
        const [read, asked] = tally.groups.get(group) ?? [0, 0]
        tally.groups.set(group, [read + (isRead ? 1 : 0), asked + 1])
      }
    }
  }
  const scores = tallies.map(({ reader, groups, milliseconds, ...counts }) => ({
    reader: reader.name,
    ...counts,
    milliseconds: Math.round(milliseconds / cases.length),
    groups: Object.fromEntries(groups),
  }))
  return { cases: cases.length, scores }
}

async function toPixels(bytes: Buffer): Promise<Pixels> {
  const raw = sharp(bytes).ensureAlpha().raw()
  const { data, info } = await raw.toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { width, height, data: new Uint8ClampedArray(data), colorSpace: 'srgb' }
}

function groupsOf({ module, rotation, blur, tones, isInverted }: GridCase): readonly string[] {
  return [
    `${module} px a module`,
    `turned ${rotation}°`,
    `blur of ${blur} modules`,
    `tones ${tones[0]} and ${tones[1]}`,
    isInverted ? 'light on dark' : 'dark on light',
  ]
}

if (import.meta.main) {
  const run = await runGrid(Number(process.argv[2]) || 1)
  for (const { reader, read, invented, milliseconds } of run.scores) {
    console.log(`${reader}: ${read} of ${run.cases}, ${invented} invented, ${milliseconds} ms each`)
  }
  for (const group of Object.keys(run.scores[0]?.groups ?? {})) {
    const cells = run.scores.map(({ groups }) => (groups[group] ?? [0, 0]).join('/'))
    console.log(`${group}: ${cells.join('  ')}`)
  }
  if (process.argv.includes('--save')) saveRun('codes', run)
}
