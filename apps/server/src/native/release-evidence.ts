/** What stands behind a release: its events, the machine's assessment, and the source itself. */

import { AppError } from '@fangxing/contract'
import { describeTimeline } from '@fangxing/release'
import type { StoredEvent } from '@fangxing/storage'
import { z } from 'zod'
import { type Caller, EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { getRelease } from '../use-cases/cause.ts'
import { readSource } from '../use-cases/read-source.ts'
import { assertSeesRelease } from './actor.ts'
import { toJudgementView } from './judgement-view.ts'
import { id } from './shapes/parts.ts'
import { assessment, source, sourceQuery, timeline } from './shapes/release.ts'

const params = z.object({ id })

export function registerReleaseEvidence(app: App, ports: Ports): void {
  const { releases } = ports.storage

  app.get('/v1/releases/:id/events', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'Everything that happened, oldest first',
      params,
      response: { 200: timeline },
    },
    async handler({ caller, params: { id: releaseId } }) {
      await assertSees(ports, caller, releaseId)
      return { items: toTimelineView(await releases.events(releaseId)) }
    },
  })

  app.get('/v1/releases/:id/assessment', {
    config: { access: EVERYBODY_KNOWN },
    schema: { summary: "The machine's latest answer", params, response: { 200: assessment } },
    async handler({ caller, params: { id: releaseId } }) {
      await assertSees(ports, caller, releaseId)
      const stored = await releases.assessment(releaseId)
      if (stored === null) throw new AppError('ASSESSMENT_NOT_READY', { releaseId })
      const { verdict, edition, judgements } = stored.assessment
      return {
        verdict,
        edition,
        judgements: judgements.map(toJudgementView),
        summary: stored.summary ?? null,
      }
    },
  })

  registerSource(app, ports)
}

function registerSource(app: App, ports: Ports): void {
  app.get('/v1/releases/:id/source', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'Lines of the package around one line',
      params,
      querystring: sourceQuery,
      response: { 200: source },
    },
    async handler({ caller, params: { id: releaseId }, query: { file, line } }) {
      await assertSees(ports, caller, releaseId)
      return readSource(ports, { releaseId, file, line })
    },
  })
}

async function assertSees(ports: Ports, caller: Caller, releaseId: string): Promise<void> {
  assertSeesRelease(caller, await getRelease(ports, releaseId))
}

/** Each event with its words, so that every screen tells a release in the same sentences. */
function toTimelineView(stored: readonly StoredEvent[]) {
  const events = stored.map(({ event }) => event)
  const [zh, en] = [describeTimeline(events, 'zh'), describeTimeline(events, 'en')]
  return stored.map((event, index) => ({
    ...toEventView(event),
    what: { zh: zh[index]?.what ?? '', en: en[index]?.what ?? '' },
    said: { zh: zh[index]?.note ?? '', en: en[index]?.note ?? '' },
    consequence: { zh: zh[index]?.consequence ?? '', en: en[index]?.consequence ?? '' },
  }))
}

function toEventView({ seq, event, state, hash }: StoredEvent) {
  const { kind, at, actor, ...payload } = event
  const { note, clauses, ...details } = payload as {
    note?: string
    clauses?: readonly string[]
  }
  return {
    seq,
    kind: kind as string,
    at,
    actor: { ...actor },
    state: state as string,
    hash,
    details,
    ...(note ? { note } : {}),
    ...(clauses ? { clauses: [...clauses] } : {}),
  }
}
