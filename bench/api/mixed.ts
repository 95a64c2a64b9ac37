/**
 * Mixed load: 90 % texts, 9 % pictures that are answered at once, 1 % media that are answered later.
 *
 * Run: `npm run mixed -w bench [-- SECONDS] [--save]`. Prints what goes beside texts alone, and how many of the
 * later answers had come when the load ended and a minute after it.
 */

import { setTimeout as pause } from 'node:timers/promises'
import { smallPicture } from '../../apps/server/test/small-picture.ts'
import type { LoadRequest } from './load.ts'
import { type MediaHost, startMediaHost } from './media-host.ts'
import { numbersGiven, saveRun } from './saved.ts'
import { type Stage, tellTheHost } from './stage.ts'
import { openHouse } from './under-load.ts'

const [seconds = 20] = numbersGiven()
const WORDS = 20_000
const CONNECTIONS = 64
const REQUESTS = 500
const LATER_MS = 60_000
const BOUNDARY = 'a-line-of-its-own'

await openHouse({ words: WORDS }, async ({ databaseUrl, loader, server, stage }) => {
  const host = await startMediaHost()
  try {
    await tellTheHost(databaseUrl, stage, host)
    const order = { url: server.url, connections: CONNECTIONS, seconds }
    const loads: MixedFigures['loads'][number][] = []
    for (const [name, requests] of [
      ['texts', stage.requests],
      ['mixed', mix(stage, host)],
    ] as const) {
      const { perSecond, p50, p99, failed } = await loader.run({ ...order, requests })
      loads.push({ name, perSecond, p50, p99, failed })
      console.log(
        `${name}: ${perSecond.toFixed(0)}/s, p50 ${p50} ms, p99 ${p99} ms, ${failed} failed`,
      )
    }
    const atEnd = host.pushed.size
    console.log(`${atEnd} later answers when the load ended`)
    await pause(LATER_MS)
    console.log(`${host.pushed.size} later answers ${LATER_MS / 1000} s after it`)
    saveRun('mixed', { loads, atEnd, aMinuteLater: host.pushed.size } satisfies MixedFigures)
  } finally {
    host.close()
  }
})

export interface MixedFigures {
  readonly loads: readonly {
    readonly name: string
    readonly perSecond: number
    readonly p50: number
    readonly p99: number
    readonly failed: number
  }[]
  /** Answers by push. */
  readonly atEnd: number
  readonly aMinuteLater: number
}

function mix(stage: Stage, host: MediaHost): readonly LoadRequest[] {
  return Array.from({ length: REQUESTS }, (_, n) => {
    const place = n % 100
    if (place === 50) return mediaRequest(stage, `${host.url}/${n}.png`)
    return place % 11 === 5 ? pictureRequest(stage, n) : (stage.requests[n] as LoadRequest)
  })
}

function mediaRequest({ token }: Stage, media_url: string): LoadRequest {
  const task = { version: 2, scene: 2, openid: 'o-painter', media_type: 2, media_url }
  return {
    path: `/wxa/media_check_async?access_token=${token}`,
    type: 'application/json',
    body: JSON.stringify(task),
  }
}

function pictureRequest({ token }: Stage, n: number): LoadRequest {
  const picture = smallPicture(64, 64, (x, y) => [(x * n) & 255, (y * 3) & 255, n & 255])
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="media"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), picture, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
  return {
    path: `/wxa/img_sec_check?access_token=${token}`,
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: body.toString('base64'),
    encoding: 'base64',
  }
}
