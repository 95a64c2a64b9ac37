import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { packFiles } from '@fangxing/server/archive'
import { type CliOptions, FIXTURES, runCli } from './run-cli.ts'

const BROKEN = `${FIXTURES}/broken`
const CREDENTIALS = { FANGXING_APPID: 'wx-app', FANGXING_SECRET: 'secret' }

let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fangxing-bad-'))
  await chmod(folder, 0o755)
})

after(() => rm(folder, { recursive: true }))

/** One sentence on standard error, nothing on standard output, exit 2, no trace of a stack. */
async function refusal(args: readonly string[], options: CliOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, options)
  assert.deepEqual({ code, stdout }, { code: 2, stdout: '' })
  assert.doesNotMatch(stderr, /\n\s+at /)
  const [sentence = '', ...rest] = stderr.trimEnd().split('\n')
  assert.deepEqual(
    rest.filter((line) => line !== '用 fangxing --help 查看用法。'),
    [],
  )
  return sentence.replaceAll(folder, 'FOLDER')
}

const cases: [title: string, args: readonly string[], sentence: string][] = [
  [
    'a folder without app.json',
    ['preflight', `${BROKEN}/no-manifest`],
    `fangxing: ${BROKEN}/no-manifest: 没有找到 app.json，请确认目录是小程序的根目录。`,
  ],
  [
    'an app.json that is no JSON',
    ['preflight', `${BROKEN}/bad-manifest`],
    `fangxing: ${BROKEN}/bad-manifest/app.json:3: app.json 无法解析，请修正所示位置的 JSON。`,
  ],
  [
    'a folder that is not there',
    ['preflight', 'nowhere'],
    'fangxing: nowhere: 文件或目录不存在，请检查路径。',
  ],
  [
    'a file that is no archive',
    ['preflight', 'package.json'],
    'fangxing: package.json: 代码包读不出来，请确认它是完整的 zip 或文件夹。 (不是 zip 文件，或不完整)',
  ],
  [
    'a server that does not run',
    ['timeline', 'x', '--server', 'http://127.0.0.1:9'],
    'fangxing: 连不上服务器，请确认它已启动（npm start）且地址正确。 (地址 http://127.0.0.1:9/)',
  ],
  [
    'a data directory that is not there',
    ['verify', '--data', 'nowhere'],
    'fangxing: nowhere: 文件或目录不存在，请检查路径。',
  ],
  ['a command that does not exist', ['chek', 'x'], 'fangxing: 没有命令 chek。'],
  ['an option that does not exist', ['check', 'x', '--loud'], 'fangxing: 没有选项 --loud。'],
  ['a missing argument', ['preflight'], 'fangxing: 缺少参数 package。'],
  [
    'a text of two arguments',
    ['check', '加', '微信'],
    'fangxing: 参数太多；含空格的文本请加引号。',
  ],
  ['no text at all', ['check'], 'fangxing: 请给出一段文本、--file 文件或 -（标准输入）中的一个。'],
  [
    'a category of one level',
    ['preflight', `${FIXTURES}/plain-tool`, '--category', '社交'],
    'fangxing: 类目要写成“一级/二级”，如 社交/笔记；收到的是“社交”。',
  ],
  [
    'a scene of no number',
    ['check', 'x', '--scene', '5'],
    'fangxing: 场景只能是 1 到 4，收到的是“5”。',
  ],
  [
    'a port beyond all ports',
    ['serve', '--port', '70000'],
    'fangxing: 端口要是 0 到 65535 的数，收到的是“70000”。',
  ],
  [
    'no process at all',
    ['serve', '--processes', '0'],
    'fangxing: 进程数要是 1 到 64 的数，收到的是“0”。',
  ],
  [
    'a duration of no unit',
    ['clock', 'advance', '7'],
    'fangxing: 时长要写成数字加 d、h 或 m，如 7d；收到的是“7”。',
  ],
]

for (const [title, args, sentence] of cases) {
  test(`${title} gets one sentence and exit 2`, async () => {
    assert.equal(await refusal(args, { env: CREDENTIALS }), sentence)
  })
}

test('a picture where a text is expected is named', async () => {
  const file = join(folder, 'picture.png')
  await writeFile(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xd8]))
  assert.equal(
    await refusal(['check', '--file', file]),
    'fangxing: FOLDER/picture.png: 内容不是 UTF-8 文本。',
  )
})

test('bytes that are no text on standard input are refused', async () => {
  const input = Buffer.from([0xff, 0xfe, 0x00])
  assert.equal(await refusal(['check', '-'], { input }), 'fangxing: -: 内容不是 UTF-8 文本。')
})

test('a file of 200 MB in a package is named with its size and the limit', async () => {
  const directory = join(folder, 'large')
  await mkdir(directory)
  await writeFile(join(directory, 'app.json'), '{}')
  await writeFile(join(directory, 'big.js'), '')
  await truncate(join(directory, 'big.js'), 200_000_000)
  assert.equal(
    await refusal(['preflight', directory]),
    'fangxing: FOLDER/large/big.js: 文件超过大小上限，请减小它，或把它移出小程序目录。 (大小 190.7 MiB，上限 20 MiB)',
  )
})

test('a text file of 200 MB is refused by its size', async () => {
  const file = join(folder, 'long.txt')
  await writeFile(file, '')
  await truncate(file, 200_000_000)
  assert.match(await refusal(['check', '--file', file]), /long\.txt: 文件超过大小上限/)
})

test('a link out of the package is named', async () => {
  const directory = join(folder, 'linked')
  await mkdir(directory)
  await symlink('/etc/hostname', join(directory, 'notes.txt'))
  assert.equal(
    await refusal(['preflight', directory]),
    'fangxing: FOLDER/linked/notes.txt: 代码包里有指向别处的链接，请换成文件本身。',
  )
})

test('an archive with ../ is refused with archive and path, and writes nothing', async () => {
  const bytes = Buffer.from(await packFiles(new Map([['aa/evil.js', Buffer.from('x')]])))
  const unsafe = Buffer.from(
    bytes.toString('latin1').replaceAll('aa/evil.js', '../evil.js'),
    'latin1',
  )
  const archive = join(folder, 'unsafe.zip')
  await writeFile(archive, unsafe)
  assert.equal(
    await refusal(['preflight', archive]),
    'fangxing: FOLDER/unsafe.zip!../evil.js: 压缩包中有指向包外的路径，请重新打包。',
  )
})

test('an archive that expands without end is refused', async () => {
  const zeros = Buffer.alloc(18 * 1024 * 1024)
  const bytes = await packFiles(
    new Map([
      ['app.json', Buffer.from('{}')],
      ['zeros.bin', zeros],
    ]),
  )
  const archive = join(folder, 'bomb.zip')
  await writeFile(archive, bytes)
  assert.match(await refusal(['preflight', archive]), /bomb\.zip: 压缩包解开后超过上限/)
})

test('an archive that was cut off is refused', async () => {
  const bytes = await packFiles(new Map([['app.json', Buffer.from('{}')]]))
  const archive = join(folder, 'cut.zip')
  await writeFile(archive, bytes.subarray(0, bytes.byteLength - 10))
  assert.match(await refusal(['preflight', archive]), /cut\.zip: 代码包读不出来/)
})

test('missing credentials are asked for by name', async () => {
  assert.equal(
    await refusal(['timeline', 'x']),
    'fangxing: 缺少凭据，请设置所列的环境变量。 (需要 FANGXING_APPID, FANGXING_SECRET)',
  )
})

test('a program on the port that is no Fangxing server is recognised', async () => {
  const other = createServer((_request, response) => response.end('<html>hello</html>'))
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const server = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
  const sentence = await refusal(['timeline', 'x', '--server', server], { env: CREDENTIALS })
  other.close()
  assert.match(sentence, /服务器的回答不是本平台的格式/)
})

test('a port that is taken is named, and nothing is left running', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const data = join(folder, 'data-taken')
  const { code, stderr } = await runCli(['serve', '--port', String(port), '--data', data])
  other.close()
  assert.equal(code, 2)
  assert.match(stderr, new RegExp(`端口已被占用.*端口 ${port}`))
})
