/**
 * The house: a scratch clone, one command, a first answer, and one whole release.
 *
 * Clones HEAD into a temporary folder, runs `npm start` there on the Node that the machine has, makes
 * the first operator with the one-time link, checks a text, brings one release under a simulated
 * clock from upload to launch, and stops the server. Holds when every step succeeds; the figure is
 * the seconds from the clone to the first answer, install and build included.
 */

import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { castParts, type Parts } from '../../apps/cli/src/rehearse/cast.ts'
import { liveThrough } from '../../apps/cli/src/rehearse/live-through.ts'
import { openTerminal, type Terminal } from '../../apps/cli/src/terminal/terminal.ts'
import { packFolder } from '../../apps/server/src/archive/index.ts'
import { checkAnswer } from '../../apps/server/src/native/shapes/check.ts'
import type { Bar } from '../bar.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const FIXTURE = 'fixtures/miniprograms/garden-notes'
const LINK = /http:\/\/\S+\/first-run\?token=\S+/

/** Installing from a far registry takes minutes; beyond this nobody would still be waiting. */
const START_LIMIT_MS = 15 * 60_000
/** Stopping lets running work end; PostgreSQL writes its last checkpoint. */
const STOP_LIMIT_MS = 30_000

type Log = (line: string) => void

export const bar: Bar = {
  title: 'a scratch clone serves, answers, and brings one release to launch',
  async run(log) {
    const folder = await mkdtemp(join(tmpdir(), 'fangxing-house-'))
    const startedAt = performance.now()
    const seconds = () => ((performance.now() - startedAt) / 1000).toFixed(1)
    const step: Log = (line) => log(`${seconds().padStart(6)} s  ${line}`)
    let server: ChildProcess | null = null

    try {
      const clone = join(folder, 'clone')
      execFileSync('git', ['clone', '--quiet', ROOT, clone])
      step('cloned')

      const port = await findFreePort()
      server = startHouse(clone, port, join(folder, 'data'))
      const firstRunLink = await waitForLink(server, step)
      const parts = await moveIn(`http://127.0.0.1:${port}`, firstRunLink)
      step('first operator, people and app made')

      const firstAnswer = await checkTexts(parts, seconds)
      step('first text checked')
      await launch(parts, clone, step)
      await stop(server, port)
      step('stopped')
      return { holds: true, figure: `${firstAnswer} s from clone to first answer` }
    } catch (error) {
      return { holds: false, figure: `failed after ${seconds()} s: ${String(error)}` }
    } finally {
      if (server !== null) endGroup(server, 'SIGKILL')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}

/** As a newcomer would: none of npm's variables, and not the Node that this repository installed. */
function startHouse(clone: string, port: number, data: string): ChildProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => !entry.includes('node_modules'))
    .join(delimiter)

  return spawn('npm', ['start'], {
    cwd: clone,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(inherited),
      PATH: path,
      FANGXING_PORT: String(port),
      FANGXING_DATA: data,
      FANGXING_SIMULATED_CLOCK: '1',
    },
  })
}

async function waitForLink(server: ChildProcess, step: Log): Promise<string> {
  assert(server.stdout !== null && server.stderr !== null)
  const told: string[] = []
  const link = new Promise<string>((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      if (stream === null) continue
      createInterface({ input: stream }).on('line', (line) => {
        told.push(line)
        step(line.replace(LINK, 'the first-run link'))
        const [found] = LINK.exec(line) ?? []
        if (found !== undefined) resolve(found)
      })
    }
  })
  const ended = once(server, 'exit').then(([code]) => {
    throw new Error(`npm start ended with ${code}: ${told.slice(-5).join(' / ')}`)
  })
  const tooLate = sleep(START_LIMIT_MS, undefined, { ref: false }).then(() => {
    throw new Error(`no first-run link within ${START_LIMIT_MS / 60_000} minutes`)
  })
  // Later, the server does end, because we end it.
  ended.catch(() => undefined)
  return Promise.race([link, ended, tooLate])
}

function moveIn(url: string, firstRunLink: string): Promise<Parts> {
  return castParts({ url, firstRunLink }, 'zh', {
    appName: '花园笔记',
    subject: { kind: 'enterprise', overseas: false, region: 'CN-GD' },
    categories: [{ first: '社交', second: '笔记' }],
  })
}

/** Answers when the first answer came; the second shows that the answer depends on the text. */
async function checkTexts({ developer }: Parts, seconds: () => string): Promise<string> {
  const innocent = await developer.post('/v1/checks', { text: '今天给月季浇了水' }, checkAnswer)
  const firstAnswer = seconds()
  assert.equal(innocent.suggest, 'pass', 'an innocent text passes')
  const risky = await developer.post('/v1/checks', { text: '本店上门约@炮，代开发票' }, checkAnswer)
  assert.equal(risky.suggest, 'risky', 'a listed word in a disguise is found')
  return firstAnswer
}

async function launch(parts: Parts, clone: string, step: Log): Promise<void> {
  const archive = await packFolder(join(clone, FIXTURE))
  const terminal: Terminal = { ...openTerminal([]), print: step, complain: step }
  const end = await liveThrough(parts, { archive, version: '1.0.0' }, terminal)
  assert.equal(end.state, 'launched')
  assert.equal(end.filing?.outcome, 'passed')
  assert(end.changedAt - end.createdAt >= 7 * 86_400_000, 'seven days have passed')
}

/** npm ends before the server that it started, so the whole group is waited for. */
async function stop(server: ChildProcess, port: number): Promise<void> {
  endGroup(server, 'SIGTERM')
  const tooLate = performance.now() + STOP_LIMIT_MS
  while (isGroupAlive(server)) {
    assert(performance.now() < tooLate, `still running ${STOP_LIMIT_MS / 1000} s after the signal`)
    await sleep(100)
  }
  const answer = await fetch(`http://127.0.0.1:${port}/v1/health`).catch(() => null)
  assert.equal(answer, null, 'nothing answers after the stop')
}

function isGroupAlive({ pid }: ChildProcess): boolean {
  try {
    return pid !== undefined && process.kill(-pid, 0)
  } catch {
    return false
  }
}

/** npm, its shell, our scripts and the server are one process group. */
function endGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (server.pid !== undefined) process.kill(-server.pid, signal)
  } catch {
    // The group has ended already.
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
