/**
 * `node bench/material/draw-programs.ts FOLDER [most] [--save]`: how many pages of real mini-programs are drawn
 * from their source, and what is missing of the others.
 *
 * FOLDER holds one program in each folder; `most` pages of each are looked at, the first ones. Nothing
 * is reached over the network, so every answer of a server is a sample. Prints a table; `--save` keeps
 * the sums. `LOUD=1` tells of each page what is missing.
 */

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageRun } from '@fangxing/contract'
import { drawPage, findProgram, type PageEngine, startPageEngine } from '@fangxing/page'
import { readFolder } from '@fangxing/server/archive'
import { type ProgramsRun, saveRun } from './runs.ts'
import { writeDocs } from './write-docs.ts'

const MOST = 12
/** Short: whether a page stands, not how it moves. */
const LIMITS = { watch: 1500, motion: 100, screens: 1, run: 20_000 }

/** From bad to good: a page counts for the first that fits. */
const KINDS = [
  ['empty', (run: PageRun) => (run.sixth?.characters ?? 0) + (run.sixth?.pictures ?? 0) === 0],
  ['code failed', said(/运行出错|没有脚本/)],
  ['template', said(/模板/)],
  ['box', said(/占位框|不在小程序里|没有 <|画布/)],
  ['sample', said(/示例数据/)],
  ['whole', () => true],
] as const

type Kind = (typeof KINDS)[number][0]

function said(words: RegExp) {
  return ({ missing }: PageRun) => missing.some(({ because }) => words.test(because.zh))
}

const [folder, most = String(MOST)] = process.argv.slice(2).filter((one) => one !== '--save')
if (folder === undefined) throw new Error('name the folder of programs')
const engine = await startPageEngine({ egress: { allows: () => false }, limits: LIMITS })
console.log(`| program | pages | looked at | ${KINDS.map(([kind]) => kind).join(' | ')} |`)
console.log(`|---|---|---|${KINDS.map(() => '---').join('|')}|`)
const all = new Map<Kind, number>()
let notDrawn = 0
const names = (await readdir(folder)).sort()
for (const name of names) {
  const row = await drawProgram(engine, join(folder, name), Number(most))
  console.log(`| ${name} | ${row} |`)
}
console.log(`| all | | | ${KINDS.map(([kind]) => all.get(kind) ?? 0).join(' | ')} |`)
await engine.close()
if (process.argv.includes('--save')) {
  const counts = Object.fromEntries(KINDS.map(([kind]) => [kind, all.get(kind) ?? 0]))
  const pages = [...all.values()].reduce((sum, count) => sum + count, 0)
  const run: ProgramsRun = { programs: names.length, notDrawn, pages, counts }
  saveRun('programs', run)
  writeDocs()
}

async function drawProgram(browser: PageEngine, path: string, limit: number): Promise<string> {
  const program = findProgram(await readFolder(path))
  if (program === null) notDrawn += 1
  if (program === null) return `no \`app.json\` | | ${KINDS.map(() => '').join(' | ')}`
  const counts = new Map<Kind, number>()
  const pages = program.pages.slice(0, limit)
  for (const page of pages) {
    const { files, entry } = drawPage(program, { page })
    const { runs } = await browser.observe(page, { kind: 'files', files, entry })
    const [run] = runs
    const kind = KINDS.find(([, fits]) => run !== undefined && fits(run))?.[0] ?? 'empty'
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    all.set(kind, (all.get(kind) ?? 0) + 1)
    const because = run?.missing.map((one) => one.because.zh.slice(0, 140)).slice(0, 4) ?? []
    if (process.env.LOUD !== undefined) console.error(page, kind, because.join(' '))
  }
  const cells = KINDS.map(([kind]) => counts.get(kind) ?? '')
  return `${program.pages.length} | ${pages.length} | ${cells.join(' | ')}`
}
