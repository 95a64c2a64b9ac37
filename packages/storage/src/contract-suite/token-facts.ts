/** Facts about access tokens. */

import assert from 'node:assert/strict'
import type { TokenKind } from '../people.types.ts'
import type { Storage } from '../storage.ts'
import { withCode } from './refused.ts'
import type { Facts } from './shelf.ts'
import { COMPANY, MONDAY } from './stories.ts'

const LASTS_MS = 7_200_000

async function tokensOf(storage: Storage) {
  const draft = { name: '令牌', subject: COMPANY, categories: [] }
  const { app, secret } = await storage.apps.create(draft, MONDAY)
  const { appid } = app
  const issue = (kind: TokenKind, now: number, forceRefresh = false) =>
    storage.tokens.issue({ appid, secret, kind, now, forceRefresh })
  const kindOf = async (token: string, now: number) => (await storage.tokens.find(token, now)).kind
  return { appid, secret, issue, kindOf }
}

export const tokenFacts: Facts = {
  async 'a token names its app until its end'({ storage }) {
    const { appid, issue } = await tokensOf(storage)
    const { token, expiresAt } = await issue('plain', MONDAY)
    assert.equal(expiresAt, MONDAY + LASTS_MS)
    const valid = { kind: 'valid', appid, expiresAt }
    assert.deepEqual(await storage.tokens.find(token, expiresAt - 1), valid)
    assert.deepEqual(await storage.tokens.find(token, expiresAt), { kind: 'expired', appid })
    assert.deepEqual(await storage.tokens.find('made up', MONDAY), { kind: 'unknown' })
  },

  async 'a plain token ends the one before it'({ storage }) {
    const { issue, kindOf } = await tokensOf(storage)
    const first = await issue('plain', MONDAY)
    const second = await issue('plain', MONDAY)
    assert.notEqual(first.token, second.token)
    assert.equal(await kindOf(first.token, MONDAY), 'unknown')
    assert.equal(await kindOf(second.token, MONDAY), 'valid')
  },

  async 'a stable token is the same one until 300 seconds before its end'({ storage }) {
    const { issue, kindOf } = await tokensOf(storage)
    const first = await issue('stable', MONDAY)
    const lastSame = MONDAY + LASTS_MS - 300_001
    assert.deepEqual(await issue('stable', lastSame), first)

    const second = await issue('stable', lastSame + 1)
    assert.notEqual(second.token, first.token)
    assert.equal(await kindOf(first.token, first.expiresAt - 1), 'valid')
    assert.equal(await kindOf(first.token, first.expiresAt), 'expired')
    assert.equal(await kindOf(second.token, first.expiresAt), 'valid')
  },

  async 'a forced refresh ends the stable token at once'({ storage }) {
    const { issue, kindOf } = await tokensOf(storage)
    const first = await issue('stable', MONDAY)
    const second = await issue('stable', MONDAY, true)
    assert.equal(await kindOf(first.token, MONDAY), 'unknown')
    assert.deepEqual(await issue('stable', MONDAY), second)
  },

  async 'plain and stable tokens do not end each other'({ storage }) {
    const { issue, kindOf } = await tokensOf(storage)
    const stable = await issue('stable', MONDAY)
    const plain = await issue('plain', MONDAY)
    await issue('stable', MONDAY, true)
    assert.equal(await kindOf(plain.token, MONDAY), 'valid')
    await issue('plain', MONDAY)
    assert.equal(await kindOf(stable.token, MONDAY), 'unknown')
  },

  async 'eight requests at once, in two processes, get one stable token'(shelf) {
    const { appid, secret } = await tokensOf(shelf.storage)
    const other = await shelf.another()
    const issued = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        (n % 2 ? other : shelf.storage).tokens.issue({
          appid,
          secret,
          kind: 'stable',
          now: MONDAY,
        }),
      ),
    )
    assert.equal(new Set(issued.map(({ token }) => token)).size, 1)
  },

  async 'a token needs the secret, and a renewed secret ends it'({ storage }) {
    const { appid, issue, kindOf } = await tokensOf(storage)
    const { token } = await issue('stable', MONDAY)
    const request = { appid, secret: 'guess', kind: 'stable', now: MONDAY } as const
    await assert.rejects(storage.tokens.issue(request), withCode('NOT_ALLOWED'))
    const nobody = { ...request, appid: 'nobody' }
    await assert.rejects(storage.tokens.issue(nobody), withCode('APP_NOT_FOUND'))

    await storage.apps.renewSecret(appid)
    assert.equal(await kindOf(token, MONDAY), 'unknown')
  },

  async 'neither token nor secret is in the database'({ storage, sql }) {
    const { appid, secret, issue } = await tokensOf(storage)
    const { token } = await issue('stable', MONDAY)
    const rows = await sql(
      `select access_tokens::text || apps::text as row
       from fangxing.access_tokens join fangxing.apps using (appid) where appid = $1`,
      [appid],
    )
    assert.equal(rows.length, 1)
    assert.ok(!String(rows[0]?.row).includes(token))
    assert.ok(!String(rows[0]?.row).includes(secret))
  },
}
