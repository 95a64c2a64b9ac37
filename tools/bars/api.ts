/**
 * The content-safety API: published clients pass every call unmodified, WeChat's own vectors match,
 * nothing that was acknowledged is lost to a kill -9, and a text check goes at least half as fast as
 * a bare echo.
 *
 * Holds when all four do. The ratio is taken with 128 connections, everything on and every check on
 * disk before its answer; server and echo have a process for each core, which load and database share
 * with them. Two other ratios are printed and promise nothing: with one connection every answer waits
 * for the disk, which no echo does; and with one process each, as a server starts unless it is told
 * otherwise, the database has a core that the echo leaves idle.
 */

import { join } from 'node:path'
import { run } from 'node:test'
import { measureRatios, type Ratio } from '../../bench/api/ratio.ts'
import { isUnharmed, runSoak } from '../../bench/api/soak.ts'
import { openHouse } from '../../bench/api/under-load.ts'
import type { Bar } from '../bar.ts'

const SERVER = join(import.meta.dirname, '..', '..', 'apps', 'server')
const CLIENTS = [
  'test/real-clients.test.ts',
  'test/real-clients-checks.test.ts',
  'test/real-clients-release.test.ts',
]
const VECTORS = ['src/wechat/push/vectors.test.ts']

const WORDS = 20_000
const WANTED_RATIO = 0.5
const MOST_CONNECTIONS = 128
const FEWER_CONNECTIONS = [1, 16]
const LOAD = { seconds: 1, rounds: 9 }
/** What counts. Single rounds lie 0.05 apart on a machine whose speed moves; the middle of many moves less. */
const COUNTED = { connections: MOST_CONNECTIONS, seconds: 1, rounds: 31 }
const SOAK_SECONDS = 20

type Log = (line: string) => void

interface Part {
  readonly holds: boolean
  readonly figure: string
}

export const bar: Bar = {
  title: 'WeChat clients are served unmodified, lose nothing, and at half the speed of an echo',
  async run(log) {
    const parts: Part[] = []
    for (const measure of [clients, vectors, soak, speed]) {
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

async function clients(log: Log): Promise<Part> {
  const { passed, failed } = await runTests(CLIENTS, log)
  return { holds: failed === 0 && passed > 0, figure: `${passed} calls of published clients` }
}

async function vectors(log: Log): Promise<Part> {
  const { passed, failed } = await runTests(VECTORS, log)
  return { holds: failed === 0 && passed > 0, figure: `${passed} official vectors` }
}

async function soak(log: Log): Promise<Part> {
  const report = await runSoak({ seconds: SOAK_SECONDS, words: WORDS }, log)
  return {
    holds: isUnharmed(report),
    figure:
      `kill -9: ${report.missing} of ${report.checks} acknowledged checks missing, ` +
      `${report.unanswered} of ${report.tasks} tasks without result`,
  }
}

async function speed(log: Log): Promise<Part> {
  const ratios: Ratio[] = []
  await openHouse({ words: WORDS }, async (house) => {
    const orders = FEWER_CONNECTIONS.map((connections) => ({ ...LOAD, connections }))
    for (const order of [...orders, COUNTED]) {
      ratios.push(...(await measureRatios(house.loader, house.echo, [house], order)))
      log(describe(ratios.at(-1)))
    }
  })
  let alone: Ratio | undefined
  await openHouse({ words: WORDS, processes: 1 }, async (house) => {
    const order = { ...LOAD, connections: MOST_CONNECTIONS }
    alone = (await measureRatios(house.loader, house.echo, [house], order))[0]
    log(`one process each, ${describe(alone)}`)
  })
  const counted = ratios.at(-1)
  const figures = ratios.map(({ ratio, connections }) => `${ratio.toFixed(2)} at ${connections}`)
  return {
    holds: counted !== undefined && counted.ratio >= WANTED_RATIO && counted.server.failed === 0,
    figure:
      `ratio to a bare echo ${figures.join(', ')} (wanted ${WANTED_RATIO} at ${MOST_CONNECTIONS}); ` +
      `with one process each ${alone?.ratio.toFixed(2)}`,
  }
}

function describe(measured: Ratio | undefined): string {
  if (measured === undefined) return 'nothing was measured'
  const { connections, echo, server } = measured
  return (
    `${connections} connections: echo ${echo.perSecond.toFixed(0)}/s, ` +
    `server ${server.perSecond.toFixed(0)}/s, p99 ${server.p99} ms, ${server.failed} failed`
  )
}

async function runTests(files: readonly string[], log: Log) {
  let passed = 0
  let failed = 0
  const stream = run({ files: files.map((file) => join(SERVER, file)), concurrency: false })
  stream.on('test:pass', ({ nesting }) => {
    if (nesting === 0) passed += 1
  })
  stream.on('test:fail', ({ name }) => {
    failed += 1
    log(`failed: ${name}`)
  })
  for await (const _event of stream);
  return { passed, failed }
}
