import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { claimGrant, release } from '@fangxing/server/shapes/release'
import { startEmbeddedPostgres } from '@fangxing/storage'
import pg from 'pg'
import { assertGolden } from './golden.ts'
import { FIXTURES, runCli } from './run-cli.ts'
import { type Served, serveCli } from './served.ts'

const NOTES = `${FIXTURES}/garden-notes`
const UGC = ['--ugc-scenes', '4', '--ugc-methods', '1', '--audit-team']

/** Times and ids differ from run to run; everything else must not. */
function withoutChance(output: string): string {
  return output
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, 'DATE TIME')
    .replace(/\(fx[0-9a-f]+\)/g, '(APPID)')
    .replace(/\b[0-9a-f]{20}\b/g, 'RELEASE')
}

let data = ''
let served: Served
let app: Record<string, string> = {}
let operator: Record<string, string> = {}

before(async () => {
  data = await mkdtemp(join(tmpdir(), 'fangxing-cli-'))
  served = await serveCli(data)
  const { appid, secret } = served.parts.app
  const { name, password } = served.parts.boss
  app = { FANGXING_SERVER: served.url, FANGXING_APPID: appid, FANGXING_SECRET: secret }
  operator = { FANGXING_SERVER: served.url, FANGXING_USER: name, FANGXING_PASSWORD: password }
})

after(async () => {
  await served.stop()
  await rm(data, { recursive: true, force: true })
})

/** Each test goes on where the one before ended: one release is told from submission to the end. */
let releaseId = ''

test('submit --no-wait uploads, hands in, names the release and exits 0', async () => {
  const args = ['submit', NOTES, '--release', '1.2.0', ...UGC, '--no-wait']
  const { code, stdout, stderr } = await runCli(args, { env: app })
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' })
  const [, id = ''] = /^花园笔记 \(\S+\) 1\.2\.0 · ([0-9a-f]+)\n$/.exec(stdout) ?? []
  assert.notEqual(id, '')
  releaseId = id
})

test('a second version under review is refused, and stays one draft however often it is tried', async () => {
  const args = ['submit', NOTES, '--release', '1.3.0', ...UGC]
  const first = await runCli(args, { env: app })
  assert.deepEqual({ code: first.code, stdout: first.stdout }, { code: 2, stdout: '' })
  assert.match(first.stderr, /^fangxing: 该小程序已有版本在审核中.*草稿 [0-9a-f]+/)
  assert.deepEqual(await runCli(args, { env: app }), first)
})

test('a version number is asked for where the folder has none', async () => {
  const { code, stderr } = await runCli(['submit', NOTES], { env: app })
  assert.equal(code, 2)
  assert.match(stderr, /--release/)
})

test('a wrong secret is said to be one', async () => {
  const env = { ...app, FANGXING_SECRET: 'wrong' }
  const { code, stderr } = await runCli(['timeline', releaseId], { env })
  assert.equal(code, 2)
  assert.match(stderr, /appid 或 secret 不正确/)
})

test('timeline tells the life so far, whose turn it is, and stays the same in JSON', async () => {
  const { reviewer } = served.parts
  const path = `/v1/releases/${releaseId}`
  while ((await reviewer.get(path, release)).state === 'machineReview');
  const { fence } = await reviewer.post(`${path}/claim`, undefined, claimGrant)
  await reviewer.post(`${path}/approve`, { fence, note: '内容清楚' }, release)

  const { code, stdout } = await runCli(['timeline', releaseId], { env: app })
  assert.equal(code, 0)
  assertGolden('timeline-filing.txt', withoutChance(stdout))
  const json = await runCli(['timeline', releaseId, '--format', 'json'], { env: app })
  const { events } = JSON.parse(json.stdout)
  assert.equal(events.at(-1).kind, 'filingStarted')
})

test('a release that is not there is said not to be there', async () => {
  const { code, stderr } = await runCli(['timeline', 'nothing'], { env: app })
  assert.equal(code, 2)
  assert.match(stderr, /没有这个版本/)
})

test('clock advance moves the server on, and the filing with it', async () => {
  const { code, stdout } = await runCli(['clock', 'advance', '8d'], { env: operator })
  assert.equal(code, 0)
  assert.match(stdout, /^服务器时间 \d{4}-\d\d-\d\d \d\d:\d\d（北京时间）\n$/)
  while (
    (await served.parts.operator.get(`/v1/releases/${releaseId}`, release)).state === 'filing'
  );
  const { stdout: told } = await runCli(['timeline', releaseId], { env: operator })
  assert.match(told, / 预上线 +→ 预上线/)
})

test('corpus import puts documents into a collection, and again makes no more of them', async () => {
  const file = join(data, 'rumours.jsonl')
  const lines = [
    { name: '十种水果', text: '吃了会中毒的十种水果' },
    { name: '空', text: '，' },
  ]
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  for (let times = 0; times < 2; times += 1) {
    const { code, stdout } = await runCli(['corpus', 'import', 'rumours', file], { env: operator })
    assert.equal(code, 0)
    assert.equal(stdout, '已导入 1 篇到 rumours，1 篇没有文字、未导入。\n')
  }
})

test('an app may not move the clock', async () => {
  const { code, stderr } = await runCli(['clock', 'advance', '1d'], { env: app })
  assert.equal(code, 2)
  assert.match(stderr, /FANGXING_USER/)
})

test('submit waits, prints what happens, and exits 1 when the machine says no', async () => {
  await served.parts.developer.post(`/v1/releases/${releaseId}/launch`, {}, release)
  const args = ['submit', `${FIXTURES}/broken/missing-page`, '--release', '1.3.0', ...UGC]
  const { code, stdout } = await runCli(args, { env: app })
  assert.equal(code, 1)
  assert.match(stdout, /机审驳回 +→ 审核未通过/)
  assert.match(stdout, /轮到 开发者/)
})

test('a package that cannot be read leaves no version behind', async () => {
  const { code, stderr } = await runCli(
    ['submit', `${FIXTURES}/broken/no-manifest`, '--release', '9.9.9', ...UGC, '--no-wait'],
    { env: app },
  )
  assert.equal(code, 2)
  assert.match(stderr, /没有找到 app\.json/)
})

test('verify reads beside a running server, and demo does not mix with its work', async () => {
  const { code, stdout } = await runCli(['verify', '--data', data])
  assert.equal(code, 0)
  assert.match(stdout, /^事件链完整：3 个版本/)
  const demo = await runCli(['demo', '--data', data])
  assert.deepEqual({ code: demo.code, stdout: demo.stdout }, { code: 2, stdout: '' })
  assert.match(demo.stderr, /fangxing: 实例中已有数据/)
})

test('serve ends cleanly on a signal', async () => {
  assert.equal(await served.stop(), 0)
})

test('verify confirms an untouched record', async () => {
  const { code, stdout } = await runCli(['verify', '--data', data])
  assert.equal(code, 0)
  assert.match(
    stdout,
    /^事件链完整：3 个版本，\d+ 条事件，摘要 [0-9a-f]{64}\n操作记录完整：\d+ 条，末尾 [0-9a-f]{64}\n$/,
  )
})

test('verify names the first event that was altered, and exits 1', async () => {
  await alterEvent(data, releaseId)
  const { code, stdout } = await runCli(['verify', '--data', data])
  assert.equal(code, 1)
  assert.match(stdout, new RegExp(`^事件链断裂：版本 ${releaseId} 第 3 条，内容与哈希不符`))
})

/** What somebody with the database's own rights could do. */
async function alterEvent(directory: string, id: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ directory, log: () => undefined })
  const client = new pg.Client(postgres.url)
  await client.connect()
  await client.query('alter table fangxing.release_events disable trigger all')
  await client.query(
    `update fangxing.release_events set event = jsonb_set(event, '{note}', '"别的话"')
      where release_id = $1 and seq = 3`,
    [id],
  )
  await client.end()
  await postgres.stop()
}

test('demo fills an empty instance, names who can sign in, and leaves a record that verifies', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fangxing-demo-'))
  const { code, stdout } = await runCli(['demo'], { env: { FANGXING_DATA: folder } })
  assert.equal(code, 0)
  assert.match(stdout, /^已填入 \d+ 个小程序、\d+ 个版本、\d+ 条检测/)
  for (const role of ['运营者', '开发者', '审核员', '属地网信部门']) {
    assert.match(stdout, new RegExp(`^  \\S+ +\\S{12} +${role}`, 'm'))
  }
  const verified = await runCli(['verify'], { env: { FANGXING_DATA: folder } })
  assert.equal(verified.code, 0)
  await rm(folder, { recursive: true })
})

/** Node keeps what it compiled here, for the next start of any program. */
const KEPT_BY_NODE = 'node-compile-cache'

test('rehearse lives a whole life in seconds and leaves nothing behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fangxing-temporary-'))
  const { code, stdout } = await runCli(['rehearse', NOTES], { env: { TMPDIR: folder } })
  assert.equal(code, 0)
  assertGolden('rehearse.txt', withoutChance(stdout))
  const left = await readdir(folder)
  assert.deepEqual(
    left.filter((name) => name !== KEPT_BY_NODE),
    [],
  )
  await rm(folder, { recursive: true })
})

test('rehearse without a filing category goes straight to the launch', async () => {
  const { code, stdout } = await runCli(['rehearse', NOTES, '--category', '工具/备忘录'])
  assert.equal(code, 0)
  assert.doesNotMatch(stdout, /报备/)
})

test('rehearse stops where the machine says no, with exit 1', async () => {
  const { code, stdout } = await runCli(['rehearse', `${FIXTURES}/broken/missing-page`])
  assert.equal(code, 1)
  assert.match(stdout, /机审驳回 +→ 审核未通过/)
})
