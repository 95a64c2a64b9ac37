import assert from 'node:assert/strict'
import {
  appendFile,
  link,
  mkdtemp,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { startServer } from '@fangxing/server'
import { runCli, spawnCli } from './run-cli.ts'

type Json = ReturnType<typeof JSON.parse>

const POSTS = [
  { id: 'a', content: '今天天气不错' },
  { id: 2, content: '好吃的苹果', title: '香蕉' },
  { content: '樱桃' },
]
const WORDS = '苹果\t10001\treview\n香蕉\t20006\tblock\n'

let folder = ''
let nth = 0
let file = ''
let out = ''
let lexicon = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-bulk-'))
  lexicon = join(folder, 'own.txt')
  await writeFile(lexicon, WORDS)
})
beforeEach(() => {
  nth += 1
  file = join(folder, `posts-${nth}.jsonl`)
  out = join(folder, `verdicts-${nth}.jsonl`)
})
after(() => rm(folder, { recursive: true }))

const check = (...more: string[]) =>
  runCli(['check', '--file', file, '--out', out, '--lexicon', lexicon, ...more])

async function give(posts: readonly unknown[]): Promise<void> {
  await writeFile(file, posts.map((post) => `${JSON.stringify(post)}\n`).join(''))
}

async function verdicts(): Promise<Json[]> {
  const lines = (await readFile(out, 'utf8')).split('\n')
  assert.equal(lines.pop(), '', 'the last line is whole')
  return lines.map((line) => JSON.parse(line))
}

test('each post has its verdict in its place, with the characters', async () => {
  await give(POSTS)
  const { code, stdout, stderr } = await check('--format', 'json')
  assert.deepEqual([code, stderr], [1, ''])
  assert.deepEqual(JSON.parse(stdout), { out, lines: 3, checked: 3, pass: 2, review: 0, reject: 1 })
  const [first, second, third] = await verdicts()
  assert.deepEqual([first.line, first.id, first.verdict, first.hits], [1, 'a', 'pass', []])
  assert.deepEqual([second.line, second.id, second.verdict, second.label], [2, 2, 'reject', 20006])
  for (const { field, start, end, matched } of second.hits) {
    const text = field === 'title' ? '香蕉' : '好吃的苹果'
    assert.equal(text.slice(start, end), matched)
  }
  assert.deepEqual([third.id, third.verdict], [null, 'pass'])
})

test('only clean posts end with 0', async () => {
  await give([POSTS[0], '樱桃'])
  const { code, stdout } = await check()
  assert.equal(code, 0)
  assert.match(stdout, /2 行（本次 2 行）：通过 2，转人工 0，不通过 0/)
})

test('a line that cannot be read goes to a person and stops nobody', async () => {
  const notText = Buffer.from([0xff])
  const [before, behind] = ['{"content":"樱桃"}\n{"content":\n\n', '\n{"content":"梨"}']
  await writeFile(file, Buffer.concat([Buffer.from(before), notText, Buffer.from(behind)]))
  const { code } = await check()
  assert.equal(code, 1)
  const lines = await verdicts()
  assert.deepEqual(
    lines.map(({ line, verdict }) => [line, verdict]),
    [
      [1, 'pass'],
      [2, 'review'],
      [4, 'review'],
      [5, 'pass'],
    ],
  )
  assert.match(lines[1].because.en, /not JSON/)
  assert.match(lines[2].because.en, /UTF-8/)
})

test('a run goes on where the output ends, whatever cut it off', async () => {
  await give(POSTS)
  await check()
  const whole = await readFile(out)
  for (const length of [0, 1, 40, whole.length - 1, whole.length]) {
    await truncate(out, length)
    const { code } = await check()
    assert.equal(code, 1)
    assert.deepEqual(await readFile(out), whole, `cut at ${length}`)
  }
})

for (const [how, linked] of [
  ['by another name', symlink],
  ['by a second name', link],
] as const) {
  test(`the input is not written onto, ${how}`, async () => {
    const text = '{"content":"only line, without a break"}'
    await writeFile(file, text)
    await linked(file, out)
    for (const more of [[], ['--restart']]) {
      const { code, stderr } = await check(...more)
      assert.equal(code, 2, stderr)
      assert.equal(await readFile(file, 'utf8'), text)
    }
  })
}

test('a file of somebody else stays as it is, with a break at its end or without', async () => {
  await give(POSTS)
  for (const text of ['precious', '{"key":1}', '{"line":1}\n', '\u4f60']) {
    await writeFile(out, text)
    const { code, stderr } = await check()
    assert.equal(code, 2, stderr)
    assert.equal(await readFile(out, 'utf8'), text)
  }
})

test('a run that was killed loses and repeats nothing', async () => {
  await give(Array.from({ length: 60_000 }, (_, n) => ({ id: n, content: n % 3 ? '梨' : '苹果' })))
  const child = spawnCli(['check', '--file', file, '--out', out, '--lexicon', lexicon])
  for (;;) {
    const size = (await readFile(out).catch(() => Buffer.of())).length
    if (size > 0) break
  }
  child.kill('SIGKILL')
  await new Promise((resolve) => child.on('exit', resolve))
  const before = (await readFile(out, 'utf8')).split('\n').length - 1
  const { stdout } = await check('--format', 'json')
  const { lines, checked, review } = JSON.parse(stdout)
  assert.deepEqual([lines, checked, review], [60_000, 60_000 - before, 20_000])
  const ids = (await verdicts()).map(({ id }) => id)
  assert(ids.every((id, n) => id === n))
})

test('posts that were added since are checked by the next run', async () => {
  await give(POSTS)
  await check()
  await appendFile(file, '{"id":"new","content":"苹果"}\n')
  const { stdout } = await check('--format', 'json')
  assert.deepEqual([JSON.parse(stdout).checked, (await verdicts()).at(-1).id], [1, 'new'])
})

test('an output of another input or another list is refused, until it is begun anew', async () => {
  await give(POSTS)
  await check()
  const args = ['check', '--file', file, '--out', out]
  const otherList = await runCli(args)
  assert.deepEqual([otherList.code, otherList.stdout], [2, ''])
  assert.match(otherList.stderr, /--restart/)
  await give([...POSTS.slice(0, 2), { content: '别的' }])
  assert.equal((await check()).code, 2)
  await give(POSTS.slice(0, 1))
  assert.equal((await check()).code, 2)
  await writeFile(out, 'something else\n')
  assert.equal((await check()).code, 2)
  assert.equal(await readFile(out, 'utf8'), 'something else\n', 'and nothing of it is lost')
  assert.equal((await check('--restart')).code, 0)
})

test('an output that another judge or another scene began is not gone on with', async () => {
  await give(POSTS)
  assert.equal((await check()).code, 1)
  const whole = await readFile(out, 'utf8')
  for (const more of [
    ['--lexicon', lexicon, '--scene', '1'],
    ['--server', 'http://127.0.0.1:1'],
  ]) {
    const { code, stderr } = await runCli(['check', '--file', file, '--out', out, ...more], {
      env: { FANGXING_APPID: 'wx1', FANGXING_SECRET: 'secret' },
    })
    assert.equal(code, 2)
    assert.match(stderr, /--restart/)
  }
  assert.equal(await readFile(out, 'utf8'), whole)
})

test('a file in UTF-16 is named as such, not line by line', async () => {
  await writeFile(file, Buffer.from('\ufeff{"content":"苹果"}\n', 'utf16le'))
  const { code, stderr } = await check()
  assert.equal(code, 2)
  assert.match(stderr, /UTF-8/)
})

test('an output that cannot be written is told with the reason', async () => {
  await give(POSTS)
  for (const [path, because] of [
    [join(folder, 'nowhere', 'out.jsonl'), /写不了.*ENOENT/],
    [folder, /写不了.*EISDIR/],
  ] as const) {
    const { code, stderr } = await runCli(['check', '--file', file, '--out', path, '--restart'])
    assert.equal(code, 2)
    assert.match(stderr, because)
  }
})

test('a word list without words is told', async () => {
  const empty = join(folder, 'empty.txt')
  await writeFile(empty, '# nothing yet\n')
  const { code, stderr } = await runCli(['check', '苹果', '--lexicon', empty])
  assert.equal(code, 0)
  assert.match(stderr, /一个词也没有/)
})

const MISUSED: [name: string, args: () => string[], said: RegExp][] = [
  ['without a file', () => ['check', '--out', out], /--file/],
  ['with a text besides', () => ['check', '甲', '--file', file, '--out', out], /--file/],
  ['onto its own input', () => ['check', '--file', file, '--out', file], /--out/],
  ['of a file that is not there', () => ['check', '--file', `${file}x`, '--out', out], /不存在/],
  [
    'by a server with a list of our own',
    () => ['check', '--file', file, '--out', out, '--server', 'http://x', '--lexicon', lexicon],
    /--lexicon/,
  ],
  ['by a server without --out', () => ['check', '甲', '--server', 'http://127.0.0.1:1'], /--out/],
]

for (const [name, args, said] of MISUSED) {
  test(`a bulk check ${name} is refused with exit 2`, async () => {
    await give(POSTS)
    const { code, stderr } = await runCli(args())
    assert.equal(code, 2)
    assert.match(stderr, said)
  })
}

test('a server checks and keeps each post, in order; when it goes away the run can go on', async () => {
  const dataDirectory = join(folder, 'data')
  const start = () =>
    startServer({
      ...{ dataDirectory, port: 0, host: '127.0.0.1', simulatedClock: false, log: () => {} },
    })
  const [longFile, longOut] = [join(folder, 'long.jsonl'), join(folder, 'long.out')]
  const server = await start()
  const subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
  const draft = { name: '论坛', subject, categories: [] }
  const { app, secret } = await server.ports.storage.apps.create(draft, Date.now())
  const env = { FANGXING_APPID: app.appid, FANGXING_SECRET: secret }
  const byServer = (url: string) =>
    runCli(['check', '--file', file, '--out', out, '--server', url, '--format', 'json'], { env })
  try {
    await give(
      Array.from({ length: 90 }, (_, n) => ({ id: n, content: n % 2 ? '梨' : '刷单日结' })),
    )
    const { code, stdout } = await byServer(server.url)
    assert.equal(code, 1, stdout)
    const lines = await verdicts()
    assert(lines.every(({ id }, n) => id === n))
    const kept = await server.ports.storage.checks.find(lines[0].traceId)
    assert.equal(kept?.appid, app.appid)
    await truncate(out, 1000)

    const tooLong = { id: 'long', content: '长'.repeat(520_000) }
    await writeFile(
      longFile,
      [tooLong, '今天天气不错'].map((post) => `${JSON.stringify(post)}\n`).join(''),
    )
    const args = ['check', '--file', longFile, '--out', longOut, '--server', server.url]
    const long = await runCli(args, { env })
    assert.equal(long.code, 1, long.stderr)
    const told = (await readFile(longOut, 'utf8')).trim().split('\n')
    const [first, second] = told.map((line) => JSON.parse(line))
    assert.deepEqual([first.id, first.verdict, second.verdict], ['long', 'review', 'pass'])
    assert.match(first.because.en, /longer than the limit/)
  } finally {
    await server.close()
  }
  const away = await byServer(server.url)
  assert.equal(away.code, 2)
  const again = await start()
  try {
    assert.equal((await byServer(again.url)).code, 1)
    assert.equal((await verdicts()).length, 90)
  } finally {
    await again.close()
  }
})
