/**
 * Secrets: made from randomness, kept as hashes only.
 *
 * What we make has 128 bits or more, so a plain sha-256 of it cannot be searched. What people
 * choose is kept as scrypt with its own salt, cost written beside it: `scrypt$N$r$p$salt$key`.
 */

import {
  createHash,
  createHmac,
  randomBytes,
  type ScryptOptions,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'

/** 32 MB and about 0.1 s for each try: what OWASP's password storage sheet asks for with r = 8, p = 3. */
const COST = { N: 2 ** 15, r: 8, p: 3 }
const KEY_BYTES = 32

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

export function hmacSha256(key: string, content: string): string {
  return createHmac('sha256', key).update(content).digest('base64url')
}

export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex')
}

/** 256 bits, safe in a URL and in a cookie. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Takes the same time wherever they differ; both are hashes of equal length. */
export function areEqualHashes(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('hex'), key.toString('hex')].join('$')
}

/** Against null, works as long as against a hash, and answers false. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ?? NOBODY).split('$')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const derived = await derive(password, Buffer.from(salt, 'hex'), cost)
  return areEqualHashes(derived.toString('hex'), key) && hash !== null
}

const NOBODY = ['scrypt', COST.N, COST.r, COST.p, '00'.repeat(16), '00'.repeat(KEY_BYTES)].join('$')

function derive(password: string, salt: Uint8Array, cost: ScryptOptions): Promise<Buffer> {
  const maxmem = 256 * Number(cost.N) * Number(cost.r)
  // The same characters typed on another keyboard must give the same key: NFKC, as RFC 8265 asks.
  const typed = password.normalize('NFKC')
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, KEY_BYTES, { ...cost, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
