/**
 * Fills an empty instance with real-looking work: people, apps, releases in every state, checks,
 * materials.
 *
 * Takes an open storage; a server may be running on it. Refuses an instance that holds an app or a
 * check, so it can never mix with real work. Past times are set, not waited for. Submissions are
 * reviewed here and not by the queue, so no other process takes a step in between.
 */

import { randomBytes } from 'node:crypto'
import { AppError } from '@fangxing/contract'
import type { Storage } from '@fangxing/storage'
import { type Assessor, assessorLimits, openAssessor } from '../assessor/index.ts'
import { openCheckPorts } from '../check-ports.ts'
import { setClock, systemClock } from '../clock.ts'
import { openOutside } from '../delivery/open-outside.ts'
import { openLexiconShelf } from '../lexicon-shelf.ts'
import type { Log } from '../log.ts'
import { handInMaterial } from '../materials/hand-in-material.ts'
import type { Ports } from '../ports.ts'
import { checkText } from '../use-cases/check-text.ts'
import { DEMO_APPS } from './apps.ts'
import { DEMO_MATERIALS } from './materials.ts'
import { castPeople, type DemoPerson } from './people.ts'
import { playStory, type Stage } from './play.ts'
import { settleCases } from './settle-cases.ts'
import { DEMO_TERMS, DEMO_TEXTS } from './texts.ts'

const HOUR_MS = 3_600_000

export interface DemoReport {
  readonly people: readonly DemoPerson[]
  readonly apps: number
  readonly releases: number
  readonly checks: number
  /** Audited by the server, at once or when it runs next. */
  readonly materials: number
}

export async function fillDemo(storage: Storage, log: Log = () => {}): Promise<DemoReport> {
  await assertEmpty(storage)
  const assessor = openAssessor({ ...assessorLimits, log })
  try {
    return await fill(storage, assessor, log)
  } finally {
    await assessor.close()
  }
}

async function fill(storage: Storage, assessor: Assessor, log: Log): Promise<DemoReport> {
  const now = systemClock.now()
  const clock = setClock(now)
  const ports = await toPorts({ storage, assessor, clock, log })
  const cast = await castPeople(storage, now)
  const stage: Stage = { ports, clock, cast, now }

  const appids = await playApps(stage)
  await addTerms(stage)
  await checkTexts(stage, appids)
  await settleCases(stage)
  await handInMaterials(stage, appids)
  await ports.upstreams.close()
  return {
    people: cast.people,
    apps: appids.size,
    releases: DEMO_APPS.reduce((sum, { stories }) => sum + stories.length, 0),
    checks: DEMO_TEXTS.length,
    materials: DEMO_MATERIALS.length,
  }
}

async function assertEmpty({ apps, checks }: Storage): Promise<void> {
  const hasApps = (await apps.list()).length > 0
  const hasChecks = (await checks.list({ limit: 1 })).items.length > 0
  if (hasApps || hasChecks) throw new AppError('INSTANCE_NOT_EMPTY')
}

/** As a server's ports, but nothing that is appended leaves a job behind. */
async function toPorts(
  given: Pick<Ports, 'storage' | 'assessor' | 'clock' | 'log'>,
): Promise<Ports> {
  const { storage } = given
  const { releases } = storage
  const quiet: Storage = {
    ...storage,
    releases: {
      ...releases,
      append: (releaseId, expectedSeq, events, alongside) =>
        releases.append(releaseId, expectedSeq, events, { ...alongside, jobs: [] }),
      appendAll: (appends) => releases.appendAll(appends.map((one) => ({ ...one, jobs: [] }))),
    },
  }
  return {
    ...given,
    storage: quiet,
    simulatedClock: null,
    wallClock: systemClock,
    lexicon: openLexiconShelf(storage, given.clock),
    ...(await openCheckPorts({ storage, wallClock: systemClock, log: given.log })),
    outside: openOutside(),
  }
}

/** Returns each app's id by its name. */
async function playApps(stage: Stage): Promise<ReadonlyMap<string, string>> {
  const appids = new Map<string, string>()
  for (const { name, subject, categories, stories } of DEMO_APPS) {
    const madeAt = stage.now - 90 * 24 * HOUR_MS
    const { app } = await stage.ports.storage.apps.create(
      { name, subject, categories },
      madeAt,
      stage.cast.users.developer.id,
    )
    appids.set(name, app.appid)
    for (const story of stories) await playStory(stage, app.appid, story)
  }
  return appids
}

async function addTerms({ ports, cast, now }: Stage): Promise<void> {
  for (const term of DEMO_TERMS) {
    await ports.storage.terms.add({ ...term, createdBy: cast.users.operator.name }, now)
  }
  ports.lexicon.invalidate()
}

/** The oldest first, over the last days. */
async function checkTexts(
  { ports, clock, now }: Stage,
  appids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [index, { app, scene, content, nickname }] of DEMO_TEXTS.entries()) {
    clock.set(now - (DEMO_TEXTS.length - index) * 3 * HOUR_MS)
    await checkText(ports, {
      appid: appids.get(app) ?? null,
      writer: `o${randomBytes(12).toString('base64url')}`,
      scene,
      texts: [
        { field: 'content', text: content },
        ...(nickname === undefined ? [] : [{ field: 'nickname', text: nickname }]),
      ],
    })
  }
}

async function handInMaterials(
  { ports, cast }: Stage,
  appids: ReadonlyMap<string, string>,
): Promise<void> {
  const by = cast.users.developer.name
  for (const { app, form } of DEMO_MATERIALS) {
    await handInMaterial(ports, { appid: appids.get(app) ?? '', form, by })
  }
}
