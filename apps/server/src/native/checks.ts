/** Checking a text, and the records of checks. */

import { AppError, type Judgement, type TermHit } from '@fangxing/contract'
import type { Check } from '@fangxing/storage'
import { z } from 'zod'
import { type Caller, EVERYBODY_KNOWN } from '../http/access.ts'
import type { App } from '../http/app.ts'
import { assertNativeQuota } from '../http/native-quota.ts'
import type { Ports } from '../ports.ts'
import { checkText, MAX_TEXT_LENGTH } from '../use-cases/check-text.ts'
import { contentBounds, seesContentOf } from './actor.ts'
import { toJudgementView } from './judgement-view.ts'
import { check, checkAnswer, checkDraft, checkQuery, checkRow } from './shapes/check.ts'
import { id, pageOf } from './shapes/parts.ts'
import { toWire } from './wire.ts'

/** Six bytes a UTF-16 unit when a client escapes everything, and the JSON around it. */
const BODY_LIMIT = 6 * MAX_TEXT_LENGTH + 64 * 1024

export function registerChecks(app: App, ports: Ports): void {
  app.post('/v1/checks', {
    bodyLimit: BODY_LIMIT,
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'Check a text; those of an app count as its text checks',
      body: checkDraft,
      response: { 200: checkAnswer },
    },
    async handler({ body: { text, scene, ...others }, caller }, reply) {
      if (caller.kind === 'app') {
        await assertNativeQuota(ports, reply, { appid: caller.appid, call: 'text' })
      }
      const fields = Object.entries({ content: text, ...others })
      const answer = await checkText(ports, {
        texts: fields.flatMap(([field, value]) =>
          value === undefined || value === '' ? [] : [{ field, text: value }],
        ),
        scene,
        ...whoAsks(caller),
      })
      return { ...toWire(answer), judgements: answer.judgements.map(toJudgementView) }
    },
  })

  registerCheckRecords(app, ports)
}

function registerCheckRecords(app: App, ports: Ports): void {
  const { checks } = ports.storage

  app.get('/v1/checks', {
    config: { access: EVERYBODY_KNOWN },
    schema: {
      summary: 'Checks, newest first, by app, writer, clause, answer and time',
      querystring: checkQuery,
      response: { 200: pageOf(checkRow) },
    },
    async handler({ caller, query }) {
      const page = await checks.list({ ...query, ...contentBounds(caller, query.appid) })
      return { items: toWire(page.items), nextCursor: page.nextCursor }
    },
  })

  app.get('/v1/checks/:id', {
    config: { access: EVERYBODY_KNOWN },
    schema: { summary: 'One check', params: z.object({ id }), response: { 200: check } },
    async handler({ caller, params }) {
      const found = await checks.find(params.id)
      if (found === null || !sees(caller, found)) {
        throw new AppError('CHECK_NOT_FOUND', { checkId: params.id })
      }
      const { hits = [], judgements = [] } = found.evidence as {
        hits?: readonly TermHit[]
        judgements?: readonly Judgement[]
      }
      return { ...toWire(found), hits: toWire(hits), judgements: judgements.map(toJudgementView) }
    },
  })
}

function whoAsks(caller: Caller): { appid: string | null; writer: string | null } {
  if (caller.kind === 'app') return { appid: caller.appid, writer: null }
  return { appid: null, writer: caller.kind === 'user' ? caller.user.id : null }
}

/** Also what one has tried in the console oneself. */
function sees(caller: Caller, { appid, writer }: Check): boolean {
  const isOwnTry = caller.kind === 'user' && appid === null && writer === caller.user.id
  return isOwnTry || seesContentOf(caller, appid)
}
