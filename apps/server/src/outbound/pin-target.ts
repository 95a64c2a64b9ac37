/**
 * Turns a URL into an address that may be connected to: checked, and then held fast.
 *
 * A name is asked once; the connection goes to the answer that was checked, so a second answer
 * (DNS rebinding) has no chance. When one of several addresses is refused, all are: a name that
 * mixes public and inner addresses is a trap or a mistake.
 */

import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import type { AddressPolicy } from './addresses.ts'
import { OutboundTrouble } from './trouble.ts'

/** Every address of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

/** As the machine resolves names, its hosts file included. */
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true })

export interface Target {
  readonly url: URL
  readonly addresses: readonly LookupAddress[]
  /** For `http.request`: answers with the checked addresses, whatever is asked. */
  readonly lookup: LookupFunction
}

/** Only the form: http or https, a host, no user name or password. Throws URL_REFUSED. */
export function parseTarget(url: string | URL): URL {
  if (!URL.canParse(String(url))) throw new OutboundTrouble('URL_REFUSED', { reason: 'malformed' })
  const parsed = new URL(url)
  const refuse = (reason: string) => new OutboundTrouble('URL_REFUSED', { reason })
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') throw refuse('scheme')
  if (parsed.username !== '' || parsed.password !== '') throw refuse('credentials')
  return parsed
}

/** Throws URL_REFUSED, NAME_UNKNOWN, ADDRESS_REFUSED. */
export async function pinTarget(
  url: string | URL,
  policy: AddressPolicy,
  resolve: Resolve = systemResolve,
): Promise<Target> {
  const parsed = parseTarget(url)
  const host = parsed.hostname.replace(/^\[(.*)\]$/, '$1')
  const addresses = await resolveHost(host, resolve)
  const refused = addresses.find(({ address }) => !policy.allows(address))
  if (refused) throw new OutboundTrouble('ADDRESS_REFUSED', { host, address: refused.address })
  return { url: parsed, addresses, lookup: answering(addresses) }
}

async function resolveHost(host: string, resolve: Resolve): Promise<readonly LookupAddress[]> {
  const family = isIP(host)
  if (family !== 0) return [{ address: host, family }]
  let addresses: readonly LookupAddress[]
  try {
    addresses = await resolve(host)
  } catch (error) {
    throw new OutboundTrouble('NAME_UNKNOWN', { host }, { cause: error })
  }
  if (addresses.length === 0) throw new OutboundTrouble('NAME_UNKNOWN', { host })
  return addresses
}

function answering(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, done) => {
    if (options.all === true) return done(null, [...addresses])
    const [first] = addresses
    done(null, first?.address ?? '', first?.family)
  }
}
