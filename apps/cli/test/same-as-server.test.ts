import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Judgement } from '@fangxing/contract'
import { starterTerms } from '@fangxing/policy'
import { packFolder } from '@fangxing/server/archive'
import { openAssessor } from '@fangxing/server/assessor'
import { compileLexicon } from '@fangxing/text'
import { FIXTURES, ROOT, runCli } from './run-cli.ts'

const assessor = openAssessor({
  processes: 1,
  timeoutMs: 60_000,
  maxMemoryMb: 512,
  log: () => undefined,
})
after(() => assessor.close())

const NOTES = { first: '社交', second: '笔记' }
const facts = {
  categories: [NOTES],
  subject: { kind: 'enterprise', overseas: false, region: 'CN-GD' },
} as const
const terms = { edition: compileLexicon(starterTerms).edition, list: starterTerms }

async function onServer(folder: string) {
  const archive = await packFolder(folder)
  return assessor.assess({ archive, facts, terms })
}

async function offline(folder: string, ...more: readonly string[]) {
  const args = ['preflight', folder, '--category', '社交/笔记', '--format', 'json', ...more]
  return JSON.parse((await runCli(args)).stdout)
}

const outcomes = (judgements: readonly Judgement[]) =>
  judgements.map(({ ruleId, clauseId, severity, outcome }) => ({
    ruleId,
    clauseId,
    severity,
    outcome,
  }))

for (const name of ['open-forum', 'own-backend-shop', 'broken/bad-script']) {
  test(`what preflight says of ${name} is what the server's reviewer gets, by the same ids`, async () => {
    const folder = join(ROOT, FIXTURES, name)
    const [server, cli] = [await onServer(folder), await offline(folder)]
    assert.equal(cli.verdict, server.verdict)
    assert.equal(cli.edition, server.edition)
    assert.deepEqual(outcomes(cli.judgements), outcomes(server.judgements))
  })
}

test('a suppression quietens the command line and not the server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fangxing-same-'))
  try {
    await cp(join(ROOT, FIXTURES, 'open-forum'), folder, { recursive: true })
    const rules = (await offline(folder)).judgements.filter(
      ({ outcome }: Judgement) => outcome.kind === 'violation',
    )
    assert(rules.length > 0)
    const suppressions = rules.map(({ ruleId }: Judgement) => ({
      rule: ruleId,
      reason: '已知',
      until: '2999-12-31',
    }))
    await writeFile(join(folder, 'fangxing.json'), JSON.stringify({ suppressions }))
    const [server, cli] = [await onServer(folder), await offline(folder)]
    assert.notEqual(cli.verdict, 'reject')
    assert.equal(server.verdict, 'reject')
  } finally {
    await rm(folder, { recursive: true })
  }
})
