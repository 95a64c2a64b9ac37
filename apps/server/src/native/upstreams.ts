/** Another checker that an app's content is also shown to: set, tried, compared. */

import { AppError } from '@fangxing/contract'
import type { UpstreamPushSettings, UpstreamSettings } from '@fangxing/storage'
import { z } from 'zod'
import type { Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { guardUpstream } from '../upstream/guarded-upstream.ts'
import { pushPathOf } from '../upstream/push/push-door.ts'
import { openWechatUpstream } from '../upstream/wechat-upstream.ts'
import { id, moment, pageOf, pageQuery } from './shapes/parts.ts'
import {
  agreement,
  comparison,
  upstreamDraft,
  upstreamOrNone,
  upstreamTest,
} from './shapes/upstream.ts'

const params = z.object({ appid: id })
const OPERATOR: readonly Entrant[] = ['operator']

const COUNTED_MS = 7 * 24 * 3600 * 1000

/** Nobody minds it, whoever checks it. */
const HARMLESS = '今天天气不错'

export function registerUpstreams(app: App, ports: Ports): void {
  const { upstreams } = ports.storage

  app.get('/v1/apps/:appid/upstream', {
    config: { access: OPERATOR },
    schema: { summary: 'The other checker of the app', params, response: { 200: upstreamOrNone } },
    async handler({ params: { appid } }) {
      return { upstream: await toView(ports, appid) }
    },
  })

  app.put('/v1/apps/:appid/upstream', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Show the content of the app to another checker too',
      params,
      body: upstreamDraft,
      response: { 200: upstreamOrNone },
    },
    async handler({ body: { secret, push, ...draft }, params: { appid } }) {
      const before = await upstreams.find(appid)
      const kept = secret ?? before?.secret
      if (kept === undefined) throw new AppError('REQUEST_MALFORMED', { fields: ['secret'] })
      const settings = { ...draft, secret: kept, push: toPush(push, before?.push ?? null) }
      await upstreams.set(appid, settings, ports.wallClock.now())
      await ports.upstreams.refresh()
      return { upstream: await toView(ports, appid) }
    },
  })

  registerRemoval(app, ports)
  registerTest(app, ports)
  registerComparisons(app, ports)
}

function registerRemoval(app: App, ports: Ports): void {
  app.delete('/v1/apps/:appid/upstream', {
    config: { access: OPERATOR },
    schema: { summary: 'Ask nobody else any more', params, response: { 204: z.undefined() } },
    async handler({ params: { appid } }, reply) {
      await ports.storage.upstreams.set(appid, null, ports.wallClock.now())
      await ports.upstreams.refresh()
      return reply.code(204).send()
    },
  })
}

function registerTest(app: App, ports: Ports): void {
  app.post('/v1/apps/:appid/upstream/test', {
    config: { access: OPERATOR },
    schema: {
      summary: 'Ask the other checker about a harmless text, past its cache and its circuit',
      params,
      response: { 200: upstreamTest },
    },
    async handler({ params: { appid } }) {
      const settings = await getSettings(ports, appid)
      const now = () => ports.wallClock.now()
      const opened = openWechatUpstream(settings, now)
      const guarded = guardUpstream(opened, appid, settings, { quotas: ports.storage.quotas, now })
      const startedAt = now()
      // Without a writer: an openid would have to be one of theirs.
      const texts = [{ field: 'content', text: HARMLESS }]
      const asked = await guarded.text({ texts, scene: 2, openid: null })
      const tookMs = Math.max(0, now() - startedAt)
      return asked.kind === 'answered'
        ? { ok: true, because: null, tookMs }
        : { ok: false, because: asked.because, tookMs }
    },
  })
}

function registerComparisons(app: App, ports: Ports): void {
  const { comparisons } = ports.storage

  app.get('/v1/apps/:appid/upstream/comparisons', {
    config: { access: OPERATOR },
    schema: {
      summary: 'What both checkers answered, newest first',
      params,
      querystring: pageQuery.extend({ disagreed: z.enum(['true', 'false']).optional() }),
      response: { 200: pageOf(comparison) },
    },
    async handler({ params: { appid }, query: { disagreed, ...page } }) {
      const filter = { ...page, appid, disagreed: disagreed === 'true' }
      const { items, nextCursor } = await comparisons.list(filter)
      return { items: [...items], nextCursor }
    },
  })

  app.get('/v1/apps/:appid/upstream/agreement', {
    config: { access: OPERATOR },
    schema: {
      summary: 'How often each pair of answers met',
      params,
      querystring: z.object({ from: z.coerce.number().pipe(moment).default(0) }),
      response: { 200: agreement },
    },
    async handler({ params: { appid }, query: { from } }) {
      return { items: [...(await comparisons.agreement(appid, from))] }
    },
  })
}

async function getSettings({ storage }: Ports, appid: string): Promise<UpstreamSettings> {
  const settings = await storage.upstreams.find(appid)
  if (settings === null) throw new AppError('UPSTREAM_MISSING', { appid })
  return settings
}

type PushDraft = z.infer<typeof upstreamDraft>['push']

/** The secrets of before where none are named. */
function toPush(draft: PushDraft, before: UpstreamPushSettings | null) {
  if (draft === undefined) return before
  if (draft === null) return null
  const { mode, waitMinutes } = draft
  const token = draft.token ?? before?.token
  const encodingAesKey = draft.encodingAesKey ?? before?.encodingAesKey ?? null
  if (token === undefined) throw missing('push.token')
  if (mode !== 'plain' && encodingAesKey === null) throw missing('push.encodingAesKey')
  return { mode, waitMinutes, token, encodingAesKey }
}

function missing(field: string): AppError {
  return new AppError('REQUEST_MALFORMED', { fields: [`${field}: is needed in this mode`] })
}

async function toView(ports: Ports, appid: string) {
  const { storage, upstreams } = ports
  const settings = await storage.upstreams.find(appid)
  if (settings === null) return null
  const { secret, push, ...shown } = settings
  const circuit = upstreams.of(appid)?.isOpen() === true ? ('open' as const) : ('closed' as const)
  const pushes = push == null ? null : await toPushView(ports, appid, push)
  return { ...shown, secretHint: toHint(secret), circuit, push: pushes }
}

async function toPushView(
  { storage, wallClock }: Ports,
  appid: string,
  { mode, waitMinutes, token, encodingAesKey }: UpstreamPushSettings,
) {
  const came = await storage.upstreamAsks.countPushes(appid, wallClock.now() - COUNTED_MS)
  const secrets = { tokenHint: toHint(token), hasKey: encodingAesKey !== null }
  return { mode, waitMinutes, ...secrets, path: pushPathOf(appid), came }
}

function toHint(secret: string): string {
  return secret.length < 12 ? '…' : `…${secret.slice(-4)}`
}
