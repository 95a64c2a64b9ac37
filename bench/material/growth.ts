/**
 * `node bench/material/growth.ts [--save]`: what a look at a page costs as the page grows, several at
 * once, and beside Lighthouse.
 *
 * Pages of 1, 10 and 100 screens, with 10 and 1,000 cards; 1, 2 and 4 warm browsers; Lighthouse on the
 * page of one screen. Processor time and memory are those of the browsers; six seconds of every look
 * are the platform's own measure, so seconds on the clock hardly move. `--save` keeps the run.
 */

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type PageEngine, type PageTarget, startPageEngine } from '@fangxing/page'
import { openLighthouse } from './lighthouse.ts'
import { type GrowthRow, type GrowthRun, saveRun } from './runs.ts'
import { watchTree } from './watch-tree.ts'
import { writeDocs } from './write-docs.ts'

const SHAPES = [
  { screens: 1, cards: 0 },
  { screens: 10, cards: 0 },
  { screens: 100, cards: 0 },
  { screens: 10, cards: 10 },
  { screens: 10, cards: 1000 },
] as const
const BROWSERS = [1, 2, 4] as const
const PER_BROWSER = 1
const SCREEN = 812

const rows: GrowthRow[] = []
for (const shape of SHAPES) {
  const row = await measureLook(shape)
  rows.push(row)
  console.log(row)
}
const throughput = []
for (const browsers of BROWSERS) {
  const row = await measureMany(browsers)
  throughput.push(row)
  console.log(row)
}
const lighthouse = await measureLighthouse()
console.log({ lighthouse })
const run: GrowthRun = { rows, throughput, lighthouse }
if (process.argv.includes('--save')) {
  saveRun('growth', run)
  writeDocs()
}

function start(): Promise<PageEngine> {
  return startPageEngine({ egress: { allows: () => false }, limits: { run: 600_000 } })
}

async function measureLook(shape: (typeof SHAPES)[number]): Promise<GrowthRow> {
  const engine = await start()
  const cards = [{ selector: '.card', id: '@data-id', title: 'b' }]
  const watch = watchTree()
  const began = performance.now()
  const { runs } = await engine.observe('page', toTarget(pageOf(shape)), { manifest: { cards } })
  const seconds = (performance.now() - began) / 1000
  const use = watch.stop()
  await engine.close()
  const looked = runs[0]?.screenfuls?.length ?? 0
  return { ...shape, seconds, ...use, looked, missing: runs[0]?.missing.length ?? 0 }
}

/** Each browser looks at pages one after the other, all browsers at once. */
async function measureMany(browsers: number) {
  const engines = await Promise.all(Array.from({ length: browsers }, start))
  const target = toTarget(pageOf({ screens: 2, cards: 0 }))
  const watch = watchTree()
  const began = performance.now()
  await Promise.all(
    engines.flatMap((engine) =>
      Array.from({ length: PER_BROWSER }, () => engine.observe('page', target)),
    ),
  )
  const minutes = (performance.now() - began) / 60_000
  const use = watch.stop()
  await Promise.all(engines.map((engine) => engine.close()))
  return { browsers, pagesPerMinute: (browsers * PER_BROWSER) / minutes, ...use }
}

async function measureLighthouse() {
  const measure = await openLighthouse()
  if (measure === null) return null
  const body = pageOf({ screens: 1, cards: 0 })
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(body),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const watch = watchTree()
  const { seconds, audits } = await measure(`http://127.0.0.1:${port}/`)
  const use = watch.stop()
  server.closeAllConnections()
  server.close()
  return { seconds, audits, ...use }
}

function toTarget(body: string): PageTarget {
  const files = new Map([['index.html', new TextEncoder().encode(body)]])
  return { kind: 'files', files, entry: 'index.html' }
}

/** Paragraphs until the page is so long, the cards spread among them. */
function pageOf({ screens, cards }: { readonly screens: number; readonly cards: number }): string {
  const PARAGRAPH = 116
  const count = Math.max(1, Math.floor((screens * SCREEN - 80) / PARAGRAPH))
  const parts = Array.from({ length: count }, (_, nth) => {
    const from = Math.floor((nth * cards) / count)
    const to = Math.floor(((nth + 1) * cards) / count)
    const own = Array.from({ length: to - from }, (_, at) => cardOf(from + at))
    return `<p>第 ${nth + 1} 段。光照、浇水、搭架，每天早晚各看一次土面，叶子发黄多半是浇多了。</p>${own.join('')}`
  })
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>body{margin:0;padding:16px;font:19px/1.7 sans-serif}p{height:100px;margin:0 0 16px}.card{display:block;height:20px}</style>
<h1>阳台种番茄的三个要点</h1>${parts.join('\n')}`
}

function cardOf(nth: number): string {
  return `<a class="card" data-id="${nth}" href="#${nth}"><b>花盆 ${nth}</b></a>`
}
