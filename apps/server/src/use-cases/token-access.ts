/**
 * From where an app may ask for access tokens, and whether it may at all: set by the operator.
 *
 * What was issued before runs out by itself, within two hours.
 */

import ipaddr from 'ipaddr.js'
import type { Ports } from '../ports.ts'

/** `secretFrozen`: until the secret is made anew and the operator opens it again. */
export const TOKEN_STATES = ['open', 'secretFrozen', 'tokensForbidden', 'frozen'] as const

export interface TokenAccess {
  readonly state: (typeof TOKEN_STATES)[number]
  /** Addresses and networks, e.g. `203.0.113.7`, `2001:db8::/32`. Null: from anywhere. */
  readonly allowedNetworks: readonly string[] | null
}

const OPEN: TokenAccess = { state: 'open', allowedNetworks: null }

const settingOf = (appid: string) => `tokenAccess/${appid}`

export async function readTokenAccess({ storage }: Ports, appid: string): Promise<TokenAccess> {
  return ((await storage.settings.get(settingOf(appid))) ?? OPEN) as TokenAccess
}

export async function setTokenAccess(
  { storage }: Ports,
  appid: string,
  access: TokenAccess,
): Promise<void> {
  await storage.settings.set(settingOf(appid), access)
}

/** False for what is no address at all. An IPv4 address written as IPv6 is itself. */
export function isAllowed({ allowedNetworks }: TokenAccess, address: string): boolean {
  if (allowedNetworks === null) return true
  if (!ipaddr.isValid(address)) return false
  const asked = ipaddr.process(address)
  return allowedNetworks.some((network) => isWithin(asked, network))
}

export function isNetwork(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text)
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, network: string): boolean {
  const whole = network.includes('/') ? network : `${network}/${network.includes(':') ? 128 : 32}`
  if (!ipaddr.isValidCIDR(whole)) return false
  const [base, bits] = ipaddr.parseCIDR(whole)
  return base.kind() === address.kind() && address.match(base, bits)
}
