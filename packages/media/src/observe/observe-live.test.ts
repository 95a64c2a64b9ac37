import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createCipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { test } from 'node:test'
import type { SeenClip } from '@fangxing/contract'
import { from, H264, pathOf, render, skip } from '../../test/render-clip.ts'
import type { OpenStream } from '../live/open-stream.ts'
import { type LiveOptions, sampleStream } from './observe-live.ts'

/** Opens what lies on this one server, and refuses everything else. */
function openOnly(origin: string, asked: string[] = []): OpenStream {
  return async (url, signal) => {
    asked.push(url)
    if (!url.startsWith(origin)) throw new Error('refused')
    const response = await fetch(url, { signal, redirect: 'error' })
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`)
    return { url: response.url, body: response.body }
  }
}

async function withServer<Result>(
  answer: RequestListener,
  use: (origin: string) => Promise<Result>,
): Promise<Result> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

async function sample(url: string, looks: number, options: LiveOptions): Promise<SeenClip[]> {
  const clips: SeenClip[] = []
  const schedule = { everySeconds: 0, stretchSeconds: 2, looks }
  for await (const clip of sampleStream(url, schedule, options)) clips.push(clip)
  return clips
}

const WANTED = ['black', 'decodeErrors', 'loudness'] as const

/** Two seconds of a card, two of black, with a tone, in pieces of a second. */
async function pieces(): Promise<readonly Buffer[]> {
  const graph = '[0:v][1:v]concat=n=2:v=1[v]'
  const sources = from('testsrc2=s=320x180:d=2', 'color=black:s=320x180:d=2', 'sine=d=4')
  const each = ['-g', '25', '-keyint_min', '25', '-f', 'segment', '-segment_time', '1']
  await render(
    ...sources,
    '-filter_complex',
    graph,
    '-map',
    '[v]',
    '-map',
    '2:a',
    ...H264,
    '-c:a',
    'aac',
    ...each,
    'piece%d.ts',
  )
  return [0, 1, 2, 3].map((index) => readFileSync(pathOf(`piece${index}.ts`)))
}

test('the newest pieces of a playlist are looked at, and the newest again', { skip }, async () => {
  const parts = await pieces()
  let last = 2
  const asked: string[] = []
  const answer: RequestListener = ({ url = '' }, response) => {
    if (url === '/index.m3u8') {
      const list = parts.slice(0, last).map((_, index) => `#EXTINF:1.0,\n/piece/${index}`)
      last += 2
      response.end(`#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n${list.join('\n')}\n`)
    } else if (url === '/live.m3u8') {
      response.end('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nindex.m3u8\n')
    } else response.end(parts[Number(url.split('/').at(-1))])
  }
  await withServer(answer, async (origin) => {
    const options = { open: openOnly(origin, asked), wanted: WANTED }
    const [first, second] = await sample(`${origin}/live.m3u8`, 2, options)
    assert.equal(first?.sha256, null)
    assert.deepEqual(first?.video?.black, [])
    assert.ok((first?.sound?.loudness ?? -99) > -30)
    const black = second?.video?.black?.[0]
    assert.ok(black !== undefined && black.to - black.from > 1.5, JSON.stringify(second?.video))
    assert.deepEqual(
      asked.slice(-2).map((url) => url.slice(-7)),
      ['piece/2', 'piece/3'],
    )
  })
})

test('pieces that are enciphered are deciphered with the key of the playlist', {
  skip,
}, async () => {
  const [piece = Buffer.alloc(0)] = await pieces()
  const [key, vector] = [Buffer.alloc(16, 7), Buffer.alloc(16, 9)]
  const cipher = createCipheriv('aes-128-cbc', key, vector)
  const sealed = Buffer.concat([cipher.update(piece), cipher.final()])
  const list = `#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="key",IV=0x${vector.toString('hex')}\n#EXTINF:1,\nsealed\n#EXT-X-ENDLIST\n`
  const files: Record<string, Buffer | string> = { '/list': list, '/key': key, '/sealed': sealed }
  await withServer(
    (request, response) => response.end(files[request.url ?? '']),
    async (origin) => {
      const clips = await sample(`${origin}/list`, 5, { open: openOnly(origin), wanted: WANTED })
      assert.equal(clips.length, 1, 'the playlist has ended')
      assert.equal(clips[0]?.video?.width, 320)
    },
  )
})

test('a stream that is one long answer is cut after the stretch', { skip }, async () => {
  const flv = readFileSync(
    await render(...from('testsrc2=s=320x180:d=6', 'sine=d=6'), ...H264, '-c:a', 'aac', 'live.flv'),
  )
  const answer: RequestListener = (_request, response) => {
    let at = 0
    const timer = setInterval(() => {
      response.write(flv.subarray(at, at + flv.length / 12))
      at += flv.length / 12
    }, 100)
    response.on('close', () => clearInterval(timer))
  }
  await withServer(answer, async (origin) => {
    const schedule = { everySeconds: 0, stretchSeconds: 0.5, looks: 1 }
    const options = { open: openOnly(origin), wanted: WANTED }
    for await (const clip of sampleStream(`${origin}/live.flv`, schedule, options)) {
      assert.equal(clip.video?.width, 320)
      assert.deepEqual(clip.video?.black, [])
    }
  })
})

test('an address that the caller refuses is not opened, wherever a playlist leads', {
  skip,
}, async () => {
  const list = '#EXTM3U\n#EXTINF:1,\nhttp://169.254.169.254/latest/meta-data\n'
  await withServer(
    (_request, response) => response.end(list),
    async (origin) => {
      const clips = await sample(`${origin}/list`, 9, { open: openOnly(origin), wanted: WANTED })
      assert.equal(clips.length, 3, 'given up after three looks')
      for (const clip of clips) assert.match(clip.missing[0]?.because.en ?? '', /not allowed/)
    },
  )
})

test('a stream that says nothing is cancelled with the caller', async () => {
  const controller = new AbortController()
  const answer: RequestListener = (_request, response) => {
    response.write(' ')
    controller.abort()
  }
  await withServer(answer, async (origin) => {
    const options = { open: openOnly(origin), signal: controller.signal, ffmpeg: null }
    assert.deepEqual(await sample(`${origin}/x`, 9, options), [])
  })
})

test('RTMP is refused unless the caller allows it', async () => {
  const open: OpenStream = () => Promise.reject(new Error('not asked for'))
  const [clip] = await sample('rtmp://127.0.0.1:1/live/x', 1, { open, ffmpeg: null })
  assert.match(clip?.missing[0]?.because.en ?? '', /not allowed/)
})

async function freePort(): Promise<number> {
  const server = createSocketServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('an RTMP stream that is allowed is recorded and looked at', { skip }, async () => {
  const path = await render(
    ...from('testsrc2=s=320x180:d=4', 'sine=d=4'),
    ...H264,
    '-g',
    '25',
    '-c:a',
    'aac',
    'push.flv',
  )
  const url = `rtmp://127.0.0.1:${await freePort()}/live/key`
  const push = ['-v', 'error', '-re', '-i', path, '-c', 'copy', '-f', 'flv', '-listen', '1', url]
  const server = spawn('ffmpeg', push, { stdio: 'ignore' })
  try {
    const open: OpenStream = () => Promise.reject(new Error('not asked for'))
    const options = { open, allowsFfmpeg: () => true, wanted: WANTED }
    let [clip] = await sample(url, 1, options)
    for (let again = 0; again < 20 && !clip?.video; again += 1)
      [clip] = await sample(url, 1, options)
    assert.equal(clip?.video?.width, 320)
  } finally {
    server.kill('SIGKILL')
  }
})
