/**
 * Cloud development for a rehearsal: functions, storage, the database, and the content checks in all
 * their documented shapes.
 */

import { answer, type Options, type Settled } from './rehearsal-answer.ts'
import { holdsMark, MARK, type Stage } from './rehearsal-stage.ts'

const ACCEPTED = { errCode: 0, errcode: 0, errMsg: 'ok', traceId: 'trace', trace_id: 'trace' }

export type RehearsedCloud = ReturnType<typeof createCloud>

export function createCloud(stage: Stage) {
  return {
    init() {},
    DYNAMIC_CURRENT_ENV: 'env',
    getWXContext: () => ({ OPENID: 'openid' }),
    database: () => database(stage),
    callFunction: (options: Options) => answer(options, callFunction(stage, options)),
    uploadFile: (options: Options) =>
      answer(options, { value: { fileID: holdsMark(options) ? `cloud://${MARK}` : 'cloud://' } }),
    downloadFile: async ({ fileID }: { fileID: string }) => ({
      fileContent: Buffer.from(holdsMark(fileID) ? `bytes ${MARK}` : 'bytes'),
    }),
    getTempFileURL: async ({ fileList }: { fileList: readonly string[] }) => ({
      fileList: fileList.map((one) => ({
        tempFileURL: holdsMark(one) ? `https://files/${MARK}` : 'https://files/',
      })),
    }),
    openapi: {
      security: {
        msgSecCheck: (options: Options) => checkBySdk(stage, options, options.content),
        imgSecCheck: (options: Options) => checkBySdk(stage, options, bytesOf(options)),
      },
    },
    axios: { post: (url: string, body: Options) => post(stage, url, body) },
  }
}

function bytesOf({ media }: Options): unknown {
  const value = (media as { value?: unknown } | undefined)?.value
  return value instanceof Uint8Array ? value : undefined
}

async function callFunction(stage: Stage, { name, data }: Options): Promise<Settled> {
  const path = `cloudfunctions/${String(name)}/index.js`
  if (stage.files[path] === undefined) {
    // Code that nobody can see may publish what it is given.
    if (holdsMark(data)) stage.noted.push({ what: 'published' })
    return { reason: { errCode: -501000, errMsg: 'function not found' } }
  }
  const { main } = stage.load(path) as { main?: (event: unknown) => unknown }
  const fails = stage.world === 'functionFails' && holdsCheck(stage, path)
  if (fails) return { reason: { errCode: -404011, errMsg: 'function failed' } }
  try {
    const result = await main?.(copy(data ?? {}))
    return { value: { result: copy(result), errMsg: 'callFunction:ok' } }
  } catch (error) {
    return { reason: { errCode: -504002, errMsg: String(error) } }
  }
}

function holdsCheck(stage: Stage, path: string): boolean {
  return /SecCheck|msg_sec_check/.test(
    Object.entries(stage.files)
      .filter(([file]) => file.startsWith(path.slice(0, path.lastIndexOf('/'))))
      .map(([, text]) => text)
      .join('\n'),
  )
}

/** What goes over the wire is a copy, and nothing is no value. */
function copy(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

async function checkBySdk(stage: Stage, options: Options, content: unknown): Promise<unknown> {
  const isMarked = holdsMark(content)
  if (isMarked) stage.noted.push({ what: 'checked' })
  if (stage.world === 'checkFails') throw Object.assign(new Error('system error'), { errCode: -1 })
  const isRisky = isMarked && stage.world === 'risky'
  if (options.version === 2) return { ...ACCEPTED, ...verdict(isRisky) }
  if (isRisky) throw Object.assign(new Error('risky content'), { errCode: 87014, errMsg: 'risky' })
  return ACCEPTED
}

async function post(stage: Stage, url: string, body: Options): Promise<unknown> {
  if (!url.includes('/wxa/msg_sec_check')) {
    if (holdsMark(body) && !url.includes('weixin.qq.com')) stage.noted.push({ what: 'published' })
    return { status: 200, data: { errcode: 0 } }
  }
  const isMarked = holdsMark(body.content)
  if (isMarked) stage.noted.push({ what: 'checked' })
  if (stage.world === 'checkFails') throw new Error('network')
  const isRisky = isMarked && stage.world === 'risky'
  const data =
    body.version === 2
      ? { errcode: 0, errmsg: 'ok', ...verdict(isRisky) }
      : { errcode: isRisky ? 87014 : 0, errmsg: '' }
  return { status: 200, data }
}

function verdict(isRisky: boolean) {
  const suggest = isRisky ? 'risky' : 'pass'
  const label = isRisky ? 20001 : 100
  return { result: { suggest, label }, detail: [{ strategy: 'content_model', suggest, label }] }
}

/** Every write is there for others to see; reading finds nothing. */
function database(stage: Stage): unknown {
  const write = async (options: unknown) => {
    if (holdsMark(options)) stage.noted.push({ what: 'published' })
    return { _id: 'id' }
  }
  const query: Record<string, unknown> = {
    add: write,
    set: write,
    update: write,
    get: async () => ({ data: [] }),
    remove: async () => ({}),
  }
  for (const name of ['collection', 'where', 'doc', 'orderBy']) query[name] = () => query
  query.serverDate = () => ''
  return query
}
