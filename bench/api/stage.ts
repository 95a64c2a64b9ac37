/**
 * What a run stands on: a fresh database with an app, its token, and a list of words; texts of a
 * hundred characters, of which one in twenty has a listed word.
 */

import { starterTerms } from '@fangxing/policy'
import { openStorage, type WechatCallback } from '@fangxing/storage'
import { compileLexicon } from '@fangxing/text'
import { COMPANY } from '../../packages/storage/src/contract-suite/stories.ts'
import { loadCorpus } from '../text/corpus.ts'
import type { LoadRequest } from './load.ts'
import type { MediaHost } from './media-host.ts'

const MOST_TEXTS = 1000
/** Of user content; what a moderated community sees, to the nearest round number. */
const ONE_HIT_IN = 20
const LOOKED_INTO = 10

export interface Stage {
  readonly appid: string
  readonly token: string
  /** Texts in the second shape of the check. */
  readonly requests: readonly LoadRequest[]
}

/** Adds `words` terms at block level and an app; returns what to ask with. */
export async function prepareStage(databaseUrl: string, words: number): Promise<Stage> {
  const storage = await openStorage({ url: databaseUrl })
  try {
    const { listed, texts } = chooseTexts(words)
    const now = Date.now()
    const drafts = listed.map((text) => ({
      text,
      label: 20006 as const,
      level: 'block' as const,
      createdBy: 'bench',
    }))
    const put = storage.terms.make(drafts, now)
    const publication = { by: 'bench', at: now, note: null }
    await storage.terms.change({ put, removed: [], hidden: [], shown: [] }, publication)
    // Counted all the same: only the number is another.
    const text = { perMinute: 1e9, perDay: 1e12 }
    await storage.settings.set('checkPolicy', { all: { quotas: { text } }, apps: {} })
    const draft = { name: '压力测试', subject: COMPANY, categories: [] }
    const { app, secret } = await storage.apps.create(draft, now)
    const request = { appid: app.appid, secret, kind: 'stable', now } as const
    const { token } = await storage.tokens.issue(request)
    const path = `/wxa/msg_sec_check?access_token=${token}`
    const requests = texts.map((content, index) => ({
      path,
      type: 'application/json',
      body: JSON.stringify({ content, version: 2, scene: 2, openid: `o-writer-${index % 500}` }),
      // A sample: looking into every answer would slow the load down, and the echo's is not looked into.
      ...(index % LOOKED_INTO === 0 ? { expects: '"errcode":0' } : {}),
    }))
    return { appid: app.appid, token, requests }
  } finally {
    await storage.close()
  }
}

/**
 * A list that ordinary texts do not hit, as a list in use is; and texts with and without its words.
 * Ordinary is what our own terms find nothing in: drawn headlines are fuller of them than any forum.
 */
function chooseTexts(count: number) {
  const corpus = loadCorpus()
  const starters = compileLexicon(starterTerms)
  const clean = corpus.short.filter((text) => starters.find(text).length === 0)
  const ordinary = clean.slice(0, MOST_TEXTS)
  const words = corpus.words(count + Math.ceil(count / 4))
  const lexicon = compileLexicon(
    words.map((text, index) => ({ id: String(index), text, label: 20006, level: 'block' })),
  )
  const common = new Set(ordinary.flatMap((text) => lexicon.find(text).map(({ termId }) => termId)))
  const listed = words.filter((_word, index) => !common.has(String(index))).slice(0, count)
  const texts = ordinary.map((text, index) => {
    const word = listed[(index * 7919) % listed.length] ?? ''
    return index % ONE_HIT_IN === 0 ? text.slice(0, 50) + word + text.slice(50 + word.length) : text
  })
  return { listed, texts }
}

/** Results of media are pushed there from now on. */
export async function tellTheHost(
  databaseUrl: string,
  { appid }: Stage,
  host: MediaHost,
): Promise<void> {
  const storage = await openStorage({ url: databaseUrl })
  const wechat: WechatCallback = {
    url: `${host.url}/push`,
    token: 'AAAAA',
    encodingAesKey: 'A'.repeat(43),
    mode: 'plain',
    format: 'json',
    originalId: 'gh_1',
  }
  await storage.callbacks.set(appid, { webhook: null, wechat, mail: null }, Date.now())
  await storage.close()
}
