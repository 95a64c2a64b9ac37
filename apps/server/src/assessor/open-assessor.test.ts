import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { assessProgram } from '@fangxing/assessment'
import { AppError, type SubmissionFacts } from '@fangxing/contract'
import { starterTerms } from '@fangxing/policy'
import { compileLexicon, type Term } from '@fangxing/text'
import { packFolder, readArchive } from '../archive/index.ts'
import { AssessorClosed, type AssessorOptions, openAssessor } from './index.ts'

const TESTS = join(import.meta.dirname, '..', '..', 'test')
const FIXTURES = join(import.meta.dirname, '../../../../fixtures/miniprograms')
const HOSTILE = new URL('../../test/hostile-child.ts', import.meta.url)

const opened: { close(): Promise<void> }[] = []
after(() => Promise.all(opened.map((assessor) => assessor.close())))

function open(options: Partial<AssessorOptions> = {}) {
  const log: string[] = []
  const assessor = openAssessor({
    processes: 1,
    timeoutMs: 60_000,
    maxMemoryMb: 512,
    log: (line) => log.push(line),
    ...options,
  })
  opened.push(assessor)
  const order = (words: string): Promise<unknown> =>
    assessor.observe(new TextEncoder().encode(words), [])
  return { ...assessor, log, order }
}

const facts: SubmissionFacts = {
  categories: [{ first: '社交', second: '笔记' }],
  subject: { kind: 'enterprise', overseas: false, region: 'CN-GD' },
}

function toTerms(list: readonly Term[]) {
  return { edition: compileLexicon(list).edition, list }
}
const terms = toTerms(starterTerms)

async function answerOf(work: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await work)
  } catch (error) {
    if (error instanceof AppError) return JSON.stringify([error.code, error.details])
    throw error
  }
}

async function gone(pid: number): Promise<void> {
  const deadline = Date.now() + 20_000
  while (isRunning(pid)) {
    assert(Date.now() < deadline, `process ${pid} still runs`)
    await wait(20)
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const engines = open({ processes: 2 })
const PROGRAMS = [
  'garden-notes',
  'open-forum',
  'own-backend-shop',
  'plain-tool',
  'radio-hour',
  'broken/bad-manifest',
  'broken/bad-script',
  'broken/binary-page',
  'broken/missing-page',
  'broken/no-manifest',
  'broken/not-utf8',
]

for (const program of PROGRAMS) {
  test(`${program} is answered as in this process, byte for byte`, async () => {
    const archive = await packFolder(join(FIXTURES, program))
    const lexicon = compileLexicon(starterTerms)
    const here = async () => assessProgram(await readArchive(archive), facts, lexicon)
    const there = engines.assess({ archive, facts, terms })
    assert.equal(await answerOf(there), await answerOf(here()))
  })
}

test('files that were read already are answered as their archive', async () => {
  const archive = await packFolder(join(FIXTURES, 'garden-notes'))
  const files = await readArchive(archive)
  const [ofFiles, ofArchive] = await Promise.all([
    engines.assess({ archive: files, facts, terms }),
    engines.assess({ archive, facts, terms }),
  ])
  assert.deepEqual(ofFiles, ofArchive)
})

test('changed terms judge from the next package on', async () => {
  const assessor = open()
  const archive = await packFolder(join(FIXTURES, 'garden-notes'))
  const more = toTerms([...starterTerms, { ...(starterTerms[0] as Term), id: 'own', text: '园艺' }])
  const editions = []
  for (const now of [terms, terms, more, terms]) {
    const { edition, summary } = await assessor.assess({ archive, facts, terms: now })
    editions.push(edition.endsWith(now.edition))
    assert.equal(
      summary.termHits?.some(({ termId }) => termId === 'own'),
      now === more,
    )
  }
  assert.deepEqual(editions, [true, true, true, true])
})

test('only the kinds that are asked for come back', async () => {
  const seen = await engines.observe(await packFolder(join(FIXTURES, 'garden-notes')), ['pages'])
  assert.deepEqual(Object.keys(seen), ['pages'])
  assert(seen.pages.length > 0)
})

test('a script that crashes the parser is never passed', async () => {
  const chain = Array.from({ length: 4000 }, () => `${'**a'.repeat(15)}\n`).join('')
  const script = `Page({})\na${chain}`
  const texts = { 'app.json': '{"pages":["p/a"]}', 'p/a.wxml': '<view/>', 'p/a.js': script }
  const archive = new Map(
    Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  )
  const answer = await engines.assess({ archive, facts, terms }).then(
    ({ verdict }) => verdict,
    (error: unknown) => (error as AppError).code,
  )
  assert.match(answer, /^(review|PACKAGE_ASSESSMENT_CRASHED)$/)
})

const endings: [name: string, order: string, options: Partial<AssessorOptions>, details: object][] =
  [
    ['a crash', 'crash', {}, { reason: 'crashed', ended: 'SIGSEGV' }],
    [
      'too much memory',
      'fill the memory',
      { maxMemoryMb: 32 },
      { reason: 'outOfMemory', maxMemoryMb: 32 },
    ],
    ['an endless loop', 'never end', { timeoutMs: 3000 }, { reason: 'outOfTime', timeoutMs: 3000 }],
  ]
for (const [name, order, options, details] of endings) {
  test(`${name} refuses its package once, and the next package is answered`, async () => {
    const assessor = open({ entry: HOSTILE, ...options })
    const hostile = assessor.order(order)
    const innocent = assessor.order('pid')
    await assert.rejects(hostile, (error) => {
      assert(error instanceof AppError)
      assert.equal(error.code, 'PACKAGE_ASSESSMENT_CRASHED')
      assert.deepEqual(error.details, details)
      return true
    })
    assert(Number(await innocent) > 0)
    assert.equal(assessor.log.length, 1)
    assert.match(
      assessor.log[0]!,
      new RegExp(`^error ASSESSOR reason=${'reason' in details && details.reason} `),
    )
  })
}

test('a bug of the engines is no refusal, and its process goes on', async () => {
  const assessor = open({ entry: HOSTILE })
  const before = await assessor.order('pid')
  await assert.rejects(assessor.order('throw'), /^Error: TypeError: a bug$/)
  assert.equal(await assessor.order('pid'), before)
})

test('twenty packages in flight are read by two processes, three of them crashing', async () => {
  const assessor = open({ entry: HOSTILE, processes: 2 })
  const orders = Array.from({ length: 20 }, (_, index) => (index % 7 === 3 ? 'crash' : 'pid'))
  const answers = await Promise.allSettled(orders.map(assessor.order))
  assert.deepEqual(
    answers.map(({ status }) => status),
    orders.map((order) => (order === 'crash' ? 'rejected' : 'fulfilled')),
  )
  const pids = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  assert(new Set(pids).size <= 5)
  await assessor.close()
  for (const pid of new Set(pids)) await gone(Number(pid))
})

test('no process runs before the first package, and none a while after the last', async () => {
  const assessor = open({ entry: HOSTILE, idleMs: 50 })
  const first = Number(await assessor.order('pid'))
  await gone(first)
  assert.notEqual(await assessor.order('pid'), first)
  assert.deepEqual(assessor.log, [])
})

test('a process is given no environment', async () => {
  process.env.DATABASE_URL = 'postgres://secret'
  const { names } = (await open({ entry: HOSTILE }).order('environment')) as { names: string[] }
  delete process.env.DATABASE_URL
  assert.deepEqual(
    names.filter((name) => !name.startsWith('NODE_CHANNEL_')),
    [],
  )
})

test('signals of a terminal or a service leave a process at its work', async () => {
  const assessor = open({ entry: HOSTILE })
  assert.equal(await assessor.order('terminate'), await assessor.order('pid'))
})

test('what waits or runs when the assessor is closed is not held against the package', async () => {
  const assessor = open({ entry: HOSTILE })
  const pid = Number(await assessor.order('pid'))
  const [running, waiting] = [assessor.order('never end'), assessor.order('pid')]
  const refused = Promise.all([running, waiting].map((one) => assert.rejects(one, AssessorClosed)))
  await assessor.close()
  await refused
  await gone(pid)
  await assert.rejects(assessor.order('pid'), AssessorClosed)
  assert.deepEqual(assessor.log, [])
})

test('a server that is killed leaves no process, not even a busy one', async () => {
  const owner = spawn(process.execPath, [join(TESTS, 'assessor-owner.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(owner.stdout, 'data')
  const pid = Number(String(line))
  assert(isRunning(pid))
  owner.kill('SIGKILL')
  await gone(pid)
})
