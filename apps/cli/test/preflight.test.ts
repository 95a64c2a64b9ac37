import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { packFolder } from '@fangxing/server/archive'
import type { Log } from 'sarif'
import { assertGolden } from './golden.ts'
import { FIXTURES, ROOT, runCli } from './run-cli.ts'

let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-preflight-'))
})

after(() => rm(folder, { recursive: true }))

const NOTES = ['--category', '社交/笔记', '--ugc-scenes', '4', '--ugc-methods', '1']

const cases: [name: string, args: readonly string[], code: number][] = [
  ['garden-notes', [`${FIXTURES}/garden-notes`, ...NOTES], 0],
  ['open-forum', [`${FIXTURES}/open-forum`, '--category', '工具/备忘录'], 1],
  ['radio-hour-individual', [`${FIXTURES}/radio-hour`, '--subject', 'individual'], 1],
  ['missing-page', [`${FIXTURES}/broken/missing-page`, '--category', '工具/备忘录'], 1],
  ['bad-script', [`${FIXTURES}/broken/bad-script`, '--category', '工具/备忘录'], 1],
  ['binary-page', [`${FIXTURES}/broken/binary-page`, '--category', '工具/备忘录'], 1],
]

for (const [name, args, code] of cases) {
  test(`${name} is told as its golden file says, with exit ${code}`, async () => {
    const result = await runCli(['preflight', ...args, '--on', '2026-11-22'])
    assert.deepEqual({ code: result.code, stderr: result.stderr }, { code, stderr: '' })
    assertGolden(`preflight-${name}.txt`, result.stdout)
  })
}

test('English says the same in English', async () => {
  const { stdout } = await runCli(['--lang', 'en', 'preflight', `${FIXTURES}/broken/missing-page`])
  assertGolden('preflight-missing-page-en.txt', stdout)
})

test('places are those of the current directory', async () => {
  const cwd = join(ROOT, FIXTURES, 'broken')
  const { stdout } = await runCli(['preflight', 'missing-page'], { cwd })
  assert.match(stdout, /^ +missing-page\/app\.json:\d+:\d+ /m)
  const inside = await runCli(['preflight', '.'], { cwd: join(cwd, 'missing-page') })
  assert.match(inside.stdout, /^ +app\.json:\d+:\d+ /m)
})

test('a zip is judged like the folder it was made from', async () => {
  const archive = join(folder, 'notes.zip')
  await writeFile(archive, await packFolder(join(ROOT, FIXTURES, 'open-forum')))
  const args = ['--category', '工具/备忘录', '--format', 'json']
  const fromZip = await runCli(['preflight', archive, ...args])
  const fromFolder = await runCli(['preflight', `${FIXTURES}/open-forum`, ...args])
  assert.deepEqual(fromZip, fromFolder)
})

test('JSON explains every judgement and repeats itself byte for byte', async () => {
  const args = ['preflight', `${FIXTURES}/broken/missing-page`, '--format', 'json']
  const [first, second] = [await runCli(args), await runCli(args)]
  assert.equal(first.stdout, second.stdout)
  const report = JSON.parse(first.stdout)
  assert.equal(report.verdict, 'reject')
  assert(report.judgements.length > 10)
  for (const judgement of report.judgements) {
    for (const key of ['ruleId', 'clauseId', 'title', 'why', 'fix', 'clauseWords', 'outcome']) {
      assert(judgement[key], `${judgement.ruleId} has ${key}`)
    }
  }
})

test('an own word list takes the place of the starter list', async () => {
  const lexicon = join(folder, 'own.txt')
  await writeFile(lexicon, '写下今天的园事\t10001\tblock\n')
  const args = ['preflight', `${FIXTURES}/garden-notes`, ...NOTES]
  const own = await runCli([...args, '--lexicon', lexicon, '--format', 'json'])
  const starter = await runCli([...args, '--format', 'json'])
  assert.notEqual(JSON.parse(own.stdout).edition, JSON.parse(starter.stdout).edition)
})

test('an overseas individual hears that nothing is promised', async () => {
  const args = [...NOTES, '--subject', 'individual', '--overseas']
  const { stdout } = await runCli(['preflight', `${FIXTURES}/garden-notes`, ...args])
  assert.match(stdout, /没有七日时限，也没有预上线/)
})

async function readSarif(path: string, args: readonly string[] = []): Promise<Log> {
  const { stdout } = await runCli(['preflight', path, '--format', 'sarif', ...args])
  return JSON.parse(stdout)
}

test('SARIF points at the file from the current directory, line and column from 1', async () => {
  const { version, runs } = await readSarif(`${FIXTURES}/broken/missing-page`)
  assert.equal(version, '2.1.0')
  const [run] = runs
  const found = run?.results?.find(({ ruleId }) => ruleId === 'package/missing-page')
  assert.equal(found?.level, 'error')
  assert.deepEqual(found?.locations?.[0]?.physicalLocation, {
    artifactLocation: { uri: `${FIXTURES}/broken/missing-page/app.json` },
    region: { startLine: 2, startColumn: 34 },
  })
})

test('SARIF describes the rule of every result, and gives the undetermined no level', async () => {
  const { runs } = await readSarif(`${FIXTURES}/radio-hour`, ['--category', '工具/备忘录'])
  const [run] = runs
  const rules = run?.tool.driver.rules ?? []
  const results = run?.results ?? []
  assert(results.length > 0)
  for (const { ruleId, ruleIndex = -1, kind, level } of results) {
    assert.equal(rules[ruleIndex]?.id, ruleId)
    assert.equal(level === 'none', kind === 'review')
  }
  assert(results.some(({ kind }) => kind === 'review'))
})

test('a SARIF fingerprint stays when lines are added above', async () => {
  const fingerprints = async (manifest: string) => {
    const directory = await mkdtemp(join(folder, 'moved-'))
    await writeFile(join(directory, 'app.json'), manifest)
    const { runs } = await readSarif(directory)
    return runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints)
  }
  const before = await fingerprints('{"pages": ["pages/gone/gone"]}')
  const after = await fingerprints('{\n\n\n"pages": ["pages/gone/gone"]}')
  assert.deepEqual(after, before)
})
