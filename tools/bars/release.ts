/**
 * The life of a release: its grid is complete, the filing note's rules are each lived through, nothing
 * is moved twice or lost when processes are killed, and a sweep costs what is due.
 *
 * Holds when all four do. Runs the tests of `packages/release`, the short fault run of
 * `bench/release`, and reads the sweep's pages off PostgreSQL's plan: counts, never times.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import pg from 'pg'
import { type FaultReport, runFaults } from '../../bench/release/fault-run.ts'
import { onFreshCluster } from '../../bench/storage/cluster.ts'
import { fillOpenFilings, type SweepCost, sweepCost } from '../../bench/storage/sweep-plan.ts'
import { WHO_MAY } from '../../packages/release/src/permissions.ts'
import { NEXT } from '../../packages/release/src/table.ts'
import type { Bar } from '../bar.ts'

const RELEASE = join(import.meta.dirname, '..', '..', 'packages', 'release', 'src')
const RULES = Array.from({ length: 10 }, (_, index) => `R${index + 1}`)
const FAULTS = { days: 40, burst: 200 }
const OPEN = [20_000, 200_000]
const DUE = [0, 10, 100, 1000]
/** The height of an index grows by a page when its table grows tenfold; the first pages are its own. */
const INDEX_PAGES = 8

type Log = (line: string) => void

interface Part {
  readonly holds: boolean
  readonly figure: string
}

export const bar: Bar = {
  title: 'a release is never moved twice or lost, and a sweep costs what is due',
  async run(log) {
    const parts: Part[] = []
    for (const measure of [grid, rules, faults, sweep]) {
      const part = await measure(log)
      log(`${part.holds ? 'holds' : 'FALLS SHORT'} · ${part.figure}`)
      parts.push(part)
    }
    return {
      holds: parts.every(({ holds }) => holds),
      figure: parts.map(({ figure }) => figure).join(' · '),
    }
  },
}

/** The grid that the test prints, against the table: every cell is there, and filled alike. */
async function grid(): Promise<Part> {
  const source = readFileSync(join(RELEASE, 'grid.test.ts'), 'utf8')
  const printed = /const GRID = `\n([\s\S]*?)\n`/.exec(source)?.[1] ?? ''
  const cells = printed.split('\n').flatMap((line) => {
    const [head, ...row] = line.split(/\s+/)
    return head === 'state' || head === '' ? [] : row
  })
  const filled = cells.filter((cell) => cell !== '-').length
  const expected = Object.keys(NEXT).length * Object.keys(WHO_MAY).length
  const steps = Object.values(NEXT).flatMap((row) => Object.keys(row)).length
  const { passed, failed } = await runTests('grid.test.ts')
  return {
    holds: cells.length === expected && filled === steps && failed === 0 && passed > 0,
    figure: `${cells.length} of ${expected} cells, ${filled} of ${steps} steps`,
  }
}

/** Each rule of the filing note has a scenario of its own, and all of them pass. */
async function rules(): Promise<Part> {
  const { names, failed, passed } = await runTests('scenarios.test.ts')
  const lived = RULES.filter((rule) => names.some((name) => name.startsWith(`${rule}:`)))
  return {
    holds: lived.length === RULES.length && failed === 0,
    figure: `${lived.length} of ${RULES.length} rules in ${passed} scenarios`,
  }
}

async function faults(log: Log): Promise<Part> {
  const report = await runFaults(FAULTS, log)
  return {
    holds: isUnharmed(report),
    figure:
      `${report.kills} kills, ${report.filings} filings: ${report.doubled} moved twice, ` +
      `${report.leftBehind} left behind; ${report.answered} answers: ${report.missing} lost`,
  }
}

/** Also that the run was one: something was killed half-way, moved afterwards, and answered. */
function isUnharmed(report: FaultReport): boolean {
  const wasTried =
    report.kills > 3 &&
    report.answered > 0 &&
    report.movedBeforeTheKill > 0 &&
    report.movedBeforeTheKill < report.preLaunches
  const { doubled, leftBehind, missing, twoLive, dueTimesKeptWrongly, chainHolds } = report
  const harm = doubled + leftBehind + missing + twoLive + dueTimesKeptWrongly
  return wasTried && harm === 0 && chainHolds
}

async function sweep(log: Log): Promise<Part> {
  const costs: SweepCost[][] = []
  await onFreshCluster(async (_storage, url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      for (const open of OPEN) {
        await fillOpenFilings(client, open)
        const row: SweepCost[] = []
        for (const due of DUE) row.push(await sweepCost(client, due))
        log(`${open} open: ${row.map(({ pages }, n) => `${DUE[n]} due ${pages} pages`).join(', ')}`)
        costs.push(row)
      }
    } finally {
      await client.end()
    }
  })
  const [few = [], many = []] = costs
  const holds = many.every(({ pages, rows, scansAll }, index) => {
    const due = DUE[index] ?? 0
    const before = few[index]?.pages ?? 0
    return !scansAll && rows === due && pages <= INDEX_PAGES + due && pages <= before + INDEX_PAGES
  })
  const pages = many.map((cost) => cost.pages).join('/')
  return { holds, figure: `${pages} pages for ${DUE.join('/')} due of ${OPEN.at(-1)} open` }
}

async function runTests(file: string) {
  const names: string[] = []
  let failed = 0
  const stream = run({ files: [join(RELEASE, file)] })
  stream.on('test:pass', ({ name, nesting }) => {
    if (nesting === 0) names.push(name)
  })
  stream.on('test:fail', () => {
    failed += 1
  })
  for await (const _event of stream);
  return { names, passed: names.length, failed }
}
