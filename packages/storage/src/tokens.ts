/**
 * Access tokens of apps, after WeChat's two interfaces: `plain` and `stable`.
 *
 * A token is HMAC-SHA256 of a random nonce under the app's secret. The database has the nonce and
 * the token's hash, the caller brings the secret: so the same stable token can be given again, and
 * who copies the database has no token. One row per app and kind is locked while it changes, so
 * two requests at once get the same stable token.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html
 */

import { AppError } from '@fangxing/contract'
import type { Selectable } from 'kysely'
import type { Db } from './connection.ts'
import type { Database } from './database.ts'
import type { IssuedToken, TokenRequest, TokenState, Tokens } from './people.types.ts'
import { areEqualHashes, hmacSha256, randomHex, sha256 } from './secrets.ts'

const LASTS_MS = 7_200_000
/** A stable token is followed by another this long before its end; both are good until then. */
const RENEW_BEFORE_MS = 300_000

type Row = Selectable<Database['access_tokens']>

export function createTokens(db: Db): Tokens {
  return {
    issue: (request) => db.transaction().execute((transaction) => issue(transaction, request)),

    async find(token, now) {
      const hash = sha256(token)
      const row = await db
        .selectFrom('access_tokens')
        .selectAll()
        .where((where) =>
          where.or([where('token_hash', '=', hash), where('previous_hash', '=', hash)]),
        )
        .executeTakeFirst()
      return row ? stateOf(row, hash, now) : { kind: 'unknown' }
    },
  }
}

async function issue(db: Db, request: TokenRequest): Promise<IssuedToken> {
  const { appid, secret, kind, forceRefresh = false, now } = request
  // Locking the app, not its token, also covers the first token, which has no row yet.
  const app = await db
    .selectFrom('apps')
    .select('secret_hash')
    .where('appid', '=', appid)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!app) throw new AppError('APP_NOT_FOUND', { appid })
  if (!areEqualHashes(app.secret_hash, sha256(secret))) throw new AppError('NOT_ALLOWED', { appid })

  const present = await db
    .selectFrom('access_tokens')
    .selectAll()
    .where('appid', '=', appid)
    .where('kind', '=', kind)
    .executeTakeFirst()
  const staysGood = present !== undefined && present.expires_at - now > RENEW_BEFORE_MS
  if (kind === 'stable' && staysGood && !forceRefresh) {
    return { token: derive(secret, present), expiresAt: present.expires_at }
  }
  return replace(db, request, kind === 'stable' && !forceRefresh ? present : undefined)
}

/** `overlapping` stays good until its own end. */
async function replace(
  db: Db,
  { appid, secret, kind, now }: TokenRequest,
  overlapping: Row | undefined,
): Promise<IssuedToken> {
  const nonce = randomHex(16)
  const token = derive(secret, { kind, nonce })
  const row: Row = {
    appid,
    kind,
    nonce,
    token_hash: sha256(token),
    expires_at: now + LASTS_MS,
    previous_hash: overlapping?.token_hash ?? null,
    previous_expires_at: overlapping?.expires_at ?? null,
  }
  await db
    .insertInto('access_tokens')
    .values(row)
    .onConflict((conflict) => conflict.columns(['appid', 'kind']).doUpdateSet(row))
    .execute()
  return { token, expiresAt: row.expires_at }
}

function derive(secret: string, { kind, nonce }: Pick<Row, 'kind' | 'nonce'>): string {
  return hmacSha256(secret, `fangxing access token ${kind} ${nonce}`)
}

function stateOf(row: Row, hash: string, now: number): TokenState {
  const { appid } = row
  const expiresAt = row.token_hash === hash ? row.expires_at : (row.previous_expires_at ?? 0)
  return expiresAt > now ? { kind: 'valid', appid, expiresAt } : { kind: 'expired', appid }
}
