/**
 * Starts a whole server: storage, workers, HTTP. `close` stops them in the opposite order.
 *
 * Without `databaseUrl` it brings its own PostgreSQL in the data directory. While no user exists, a
 * one-time link for the first one is made; only its hash is kept. What was started before a failure
 * is stopped again.
 */

import { once } from 'node:events'
import { createServer } from 'node:net'
import { inspect } from 'node:util'
import { AppError } from '@fangxing/contract'
import { openStorage, type Storage, startEmbeddedPostgres } from '@fangxing/storage'
import { assessorLimits, openAssessor } from './assessor/index.ts'
import { buildApp } from './build-app.ts'
import { openCheckPorts } from './check-ports.ts'
import { type SimulatedClock, simulateClock, systemClock } from './clock.ts'
import { openOutside } from './delivery/open-outside.ts'
import { type DoorOrder, openDoors } from './doors/open-doors.ts'
import type { App } from './http/app.ts'
import { closeApp } from './http/close-app.ts'
import { rememberTokens } from './known-tokens.ts'
import { openCompiler } from './lexicon/compile-beside.ts'
import { openLexiconShelf } from './lexicon-shelf.ts'
import type { Log } from './log.ts'
import { openMediaEngine } from './media-checks/media-engine.ts'
import { openOpinions } from './opinions/index.ts'
import type { Ports } from './ports.ts'
import { removeRunningNote, writeRunningNote } from './running-note.ts'
import type { ServerOptions } from './server-options.ts'
import { CLOCK_OFFSET } from './use-cases/advance-clock.ts'
import { startWorkers } from './workers/start-workers.ts'

export interface RunningServer {
  readonly url: string
  /** Null once a user exists. */
  readonly firstRunLink: string | null
  readonly ports: Ports
  /** Lets running requests and jobs end, then stops everything. */
  close(): Promise<void>
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { processes = 1, simulatedClock, log, ...order } = options
  if (processes > 1 && simulatedClock) {
    // Each process would have a clock of its own.
    throw new AppError('SETTING_MALFORMED', { because: 'a simulated clock needs one process' })
  }
  return open(options, async ({ ports, databaseUrl, stops }) => {
    const workers = await startWorkers(ports, options.audits)
    stops.push(workers.stop)
    const app = await buildApp(ports, options)
    stops.push(() => closeApp(app))
    const url = await listen(app, options)
    if (processes > 1) {
      const port = Number(new URL(url).port)
      const doors = await openDoors(processes - 1, { ...order, databaseUrl, port }, log)
      stops.push(doors.close)
    }
    const token = await ports.storage.firstRun.open(ports.wallClock.now())
    return { url, firstRunLink: token === null ? null : `${url}/first-run?token=${token}`, ports }
  })
}

/** Answers requests on a port that is open already, beside the server that opened it. */
export async function startDoor(order: DoorOrder & { readonly log: Log }): Promise<Closing> {
  return open({ ...order, simulatedClock: false }, async ({ ports, stops }) => {
    const app = await buildApp(ports, order)
    stops.push(() => closeApp(app))
    await app.listen(sharedPlace(order))
    return {}
  })
}

interface Closing {
  close(): Promise<void>
}

interface Opened {
  readonly ports: Ports
  readonly databaseUrl: string
  /** Called in the opposite order. */
  readonly stops: (() => Promise<unknown>)[]
}

async function open<Opening>(
  options: ServerOptions,
  andThen: (opened: Opened) => Promise<Opening>,
): Promise<Opening & Closing> {
  const stops: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  }
  try {
    const assessor = openAssessor({ ...assessorLimits, log: options.log })
    // Stopped after the storage, which waits for running reviews.
    stops.push(assessor.close)
    const media = openMediaEngine(options.media)
    stops.push(media.close)
    const { storage, databaseUrl } = await startStorage(options, stops)
    const ports = await makePorts(options, { storage, assessor, media })
    return { ...(await andThen({ ports, databaseUrl, stops })), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function startStorage(
  { dataDirectory, databaseUrl, log }: ServerOptions,
  stops: (() => Promise<unknown>)[],
): Promise<{ readonly storage: Storage; readonly databaseUrl: string }> {
  let url = databaseUrl
  if (url === undefined) {
    const postgres = await startEmbeddedPostgres({
      directory: dataDirectory,
      log: ({ zh, en }) => log(`${zh} · ${en}`),
    })
    stops.push(postgres.stop)
    url = postgres.url
    stops.push(() => removeRunningNote(dataDirectory))
    await writeRunningNote(dataDirectory, url)
  }
  const storage = await openStorage({
    url,
    reportTrouble: (error) => log(`error QUEUE ${toOneLine(error)}`),
  })
  stops.push(storage.close)
  return { storage, databaseUrl: url }
}

async function makePorts(
  options: ServerOptions,
  { storage, assessor, media }: Pick<Ports, 'storage' | 'assessor' | 'media'>,
): Promise<Ports> {
  const { simulatedClock, delivery, opinions, log } = options
  let clock: SimulatedClock | null = null
  if (simulatedClock) {
    const offsetMs = await storage.settings.get(CLOCK_OFFSET)
    clock = simulateClock(typeof offsetMs === 'number' ? offsetMs : 0)
  }
  const ruling = clock ?? systemClock
  return {
    storage: rememberTokens(storage, systemClock),
    clock: ruling,
    simulatedClock: clock,
    wallClock: systemClock,
    lexicon: openLexiconShelf(storage, ruling, openCompiler()),
    ...(await openCheckPorts({ storage, wallClock: systemClock, log }, media)),
    assessor,
    outside: openOutside(delivery),
    ...(opinions ? { opinions: openOpinions(opinions) } : {}),
    log,
  }
}

async function listen(app: App, options: ServerOptions): Promise<string> {
  const { host, port, processes = 1 } = options
  try {
    if (processes === 1) return await app.listen({ host, port })
    await assertFree(options)
    return await app.listen(sharedPlace(options))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new AppError('PORT_IN_USE', { port }, { cause: error })
  }
}

function sharedPlace({ host, port }: Pick<ServerOptions, 'host' | 'port'>) {
  return { host, port, reusePort: true }
}

/** Who shares a port shares it with everybody: another server there would go unnoticed. */
async function assertFree({ host, port }: ServerOptions): Promise<void> {
  const probe = createServer().listen({ host, port })
  await once(probe, 'listening')
  probe.close()
  await once(probe, 'close')
}

function toOneLine(error: unknown): string {
  return error instanceof Error
    ? error.message
    : inspect(error, { breakLength: Number.POSITIVE_INFINITY })
}
