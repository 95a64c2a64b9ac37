/**
 * Writes `docs/wechat/session.md`: what a published client and this server say to each other, byte for
 * byte but for secrets. `node apps/server/test/write-session.ts`
 *
 * The client is node-easywechat, unmodified; a proxy between the two writes down what passes.
 */

import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as ask, createServer, type IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '@fangxing/server'
import { startMediaHost } from './media-studio.ts'
import { startReceiver } from './receiver.ts'
import { smallPicture } from './small-picture.ts'

const require = createRequire(import.meta.url)
const { MiniApp } = require('node-easywechat')

const PAGE = join(import.meta.dirname, '..', '..', '..', 'docs', 'wechat', 'session.md')
const TOLD_HEADERS = ['ratelimit', 'ratelimit-policy']

const lines: string[] = []
const directory = await mkdtemp(join(tmpdir(), 'fangxing-session-'))
const host = await startMediaHost()
const receiver = await startReceiver((response) => response.end('success'))
const server = await startServer({
  dataDirectory: directory,
  port: 0,
  host: '127.0.0.1',
  simulatedClock: false,
  delivery: { allowedNetworks: ['127.0.0.1'] },
  log: () => {},
})
const { appid, secret } = await makeApp(server)
const proxy = await startProxy(server.url)

await play()
await writeFile(PAGE, `${[headOfPage(), ...lines].join('\n')}\n`)
proxy.close()
await server.close()
await receiver.close()
host.close()
await rm(directory, { recursive: true, force: true })

async function play(): Promise<void> {
  const { port } = proxy.address() as AddressInfo
  const client = new MiniApp({
    ...{ app_id: appid, secret, use_stable_access_token: true },
    http: { baseURL: `http://127.0.0.1:${port}/` },
    file_cache: { path: directory },
  }).getClient()
  const text = { version: 2, scene: 2, openid: 'oAbc123' }
  lines.push('', '## A text without anything, with the token that the client asks for first')
  await client.postJson('wxa/msg_sec_check', { ...text, content: '今天天气不错' })
  lines.push('', '## A word in disguise, and what the extension says of it')
  const disguised = { ...text, content: '找我代.开.发.票', fangxing: true }
  await client.postJson('wxa/msg_sec_check', disguised)
  lines.push('', '## The older shape')
  await client.postJson('wxa/msg_sec_check', { content: '代开发票' })
  lines.push('', '## A picture')
  const file = join(directory, 'a.png')
  await writeFile(file, smallPicture(320, 200))
  await client.withFile(file, 'media').post('wxa/img_sec_check')
  lines.push('', '## A picture by its address, and the event that comes of it')
  host.serve('/b.png', smallPicture(300, 200))
  const media = { ...text, media_type: 2, media_url: host.at('/b.png') }
  await client.postJson('wxa/media_check_async', media)
  await told(1)
  lines.push('', '## A file that is not there')
  await client.postJson('wxa/media_check_async', { ...media, media_url: host.at('/none.png') })
  await told(2)
  lines.push('', '## A mistake')
  await client.postJson('wxa/msg_sec_check', { ...text, scene: 9, content: '好' })
}

/** Waits for so many events, and writes the last one down. */
async function told(count: number): Promise<void> {
  while (receiver.received.length < count) await new Promise((done) => setTimeout(done, 50))
  const push = receiver.received.at(-1)
  lines.push('', 'The backend of the app receives:', '', '```http', `POST ${push?.url.pathname}`)
  lines.push('', shown(push?.body ?? ''), '```')
}

async function makeApp({ ports: { storage } }: RunningServer) {
  const subject = { kind: 'enterprise', overseas: false, region: 'CN-GD' } as const
  const made = await storage.apps.create({ name: '园艺', subject, categories: [] }, Date.now())
  const wechat = {
    ...{ url: receiver.url, token: 'AAAAA', encodingAesKey: 'a'.repeat(43) },
    ...({ mode: 'plain', format: 'json', originalId: 'gh_1' } as const),
  }
  const callbacks = { webhook: null, mail: null, wechat }
  await storage.callbacks.set(made.app.appid, callbacks, Date.now())
  return { appid: made.app.appid, secret: made.secret }
}

async function startProxy(target: string) {
  const between = createServer(async (request, response) => {
    const body = await read(request)
    const url = new URL(request.url ?? '', target)
    const { method = '', headers } = request
    const passed = ask(url, { method, headers }).end(body)
    const [answer] = (await once(passed, 'response')) as [IncomingMessage]
    const said = await read(answer)
    write(`${method} ${request.url}`, headers['content-type'], body, answer, said)
    response.writeHead(answer.statusCode ?? 0, answer.headers).end(said)
  }).listen(0, '127.0.0.1')
  await once(between, 'listening')
  return between
}

function write(
  line: string,
  type: string | undefined,
  body: Buffer,
  answer: IncomingMessage,
  said: Buffer,
): void {
  const isForm = type?.startsWith('multipart') === true
  const sent = isForm ? `… a form with ${body.byteLength} bytes …` : body.toString()
  const kept = TOLD_HEADERS.flatMap((name) =>
    answer.headers[name] === undefined ? [] : [`${name}: ${answer.headers[name]}`],
  )
  lines.push('', '```http', shown(line), ...(type === undefined ? [] : [`content-type: ${type}`]))
  lines.push('', shown(sent), '', `HTTP/1.1 ${answer.statusCode}`, ...kept)
  lines.push('', pretty(said.toString()), '```')
}

function pretty(body: string): string {
  return shown(JSON.stringify(JSON.parse(body), null, 2))
}

/** Without what lets somebody in, and without this machine's ports. */
function shown(text: string): string {
  return text
    .replaceAll(secret, '<secret>')
    .replaceAll(appid, 'wx0000000000000000')
    .replace(/access_token=[\w.~-]+/g, 'access_token=<token>')
    .replace(/("access_token": ")[^"]+/g, '$1<token>')
    .replace(/127\.0\.0\.1:\d+/g, 'media.example')
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function headOfPage(): string {
  return [
    '<!-- written by: node apps/server/test/write-session.ts -->',
    '# A session of a published client',
    '',
    'node-easywechat 3.6.2, unmodified, against this server: only its base URL was changed. What passed',
    'between the two, without tokens, secrets and addresses of the machine.',
  ].join('\n')
}
