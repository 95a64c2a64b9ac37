/**
 * What the console costs somebody who opens it for the first time: bytes over the wire, and the time
 * until the first row of their queue is on the screen.
 *
 *     node bench/console/cold-load.ts
 *
 * A real server with the demo in it, a real browser with nothing in its cache for each round, signed
 * in by cookie. Server and browser share the machine: the bytes travel to other machines, the times
 * only say what order they are of. Prints the middle of the rounds, and what the build weighs.
 */

import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../../apps/console/test/browser.ts'
import { buildConsole, type House, openHouse } from '../../apps/console/test/house.ts'

const ROUNDS = 5
const KIB = 1024

interface Visit {
  readonly firstRowMs: number
  readonly requests: number
  readonly bytes: number
}

/** Where each desk begins, by whom, and what its first row is. */
const DESKS = [
  { name: 'reviewer', role: 'reviewer', path: '/queue', row: 'main li a' },
  { name: 'authority', role: 'authority', path: '/authority', row: '.desk-row' },
  { name: 'operator', role: 'operator', path: '/operate', row: '.figure-card' },
  { name: 'developer', role: 'operator', path: '/apps', row: 'main li a' },
] as const

const built = await buildConsole()
const house = await openHouse(built.directory)
const browser = await openBrowser()
try {
  await house.fillDemo()
  await weigh(built.directory)
  for (const { name, role, path, row } of DESKS) {
    await house.addPerson(name, [role])
    const visits: Visit[] = []
    for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit(name, path, row))
    const [{ requests, bytes }] = visits as [Visit]
    const times = visits.map(({ firstRowMs }) => firstRowMs).sort((a, b) => a - b)
    const middle = times[Math.floor(times.length / 2)] ?? 0
    console.log(
      `${name.padEnd(10)} first row after ${middle.toFixed(0)} ms (middle of ${ROUNDS}), ` +
        `${requests} requests, ${(bytes / KIB).toFixed(0)} KiB over the wire`,
    )
  }
} finally {
  await browser.close()
  await house.close()
  await built.remove()
}

async function visit(name: string, path: string, row: string): Promise<Visit> {
  const context = await newVisitor(browser, house, name)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  let requests = 0
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    requests += 1
    bytes += encodedDataLength
  })
  const begunAt = performance.now()
  await page.goto(path)
  await page.locator(row).first().waitFor()
  const firstRowMs = performance.now() - begunAt
  await context.close()
  return { firstRowMs, requests, bytes }
}

async function newVisitor(from: Browser, { url, ports }: House, name: string) {
  const user = await ports.storage.users.findByName(name)
  if (user === null) throw new Error(`nobody is called ${name}`)
  const session = await ports.storage.sessions.start(user.id, Date.now(), 3_600_000)
  const context = await from.newContext({ baseURL: url, viewport: { width: 1280, height: 800 } })
  await context.addCookies([{ name: 'fangxing_session', value: session, url }])
  return context
}

async function weigh(directory: string): Promise<void> {
  const assets = join(directory, 'assets')
  const files = (await readdir(assets)).filter((file) => /\.(?:js|css)$/.test(file))
  let raw = 0
  let packed = 0
  for (const file of files) {
    raw += (await stat(join(assets, file))).size
    packed += (await readFile(join(assets, `${file}.br`))).length
  }
  console.log(
    `the whole console: ${files.length} files, ${(raw / KIB).toFixed(0)} KiB, ` +
      `${(packed / KIB).toFixed(0)} KiB with brotli; a page loads what it needs`,
  )
}
