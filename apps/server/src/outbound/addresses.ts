/**
 * Which addresses we let ourselves be sent to: those of the public internet, and what the operator
 * adds.
 *
 * Everything that is not plainly public is refused: loopback, private, link-local (where clouds
 * serve their metadata), carrier-grade NAT, multicast, tunnels, documentation. An address that
 * carries an IPv4 address is judged as that one.
 *
 * Source: IANA special-purpose address registries, as ipaddr.js has them;
 * https://www.iana.org/assignments/iana-ipv6-special-registry/
 */

import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Network = readonly [Address, number]

/** Public by number, but served inside a cloud: Azure's host agent. */
const HIDDEN_IN_CLOUDS: readonly Network[] = [ipaddr.parseCIDR('168.63.129.16/32')]

/** The only part of IPv6 that is handed out for the public internet. */
const GLOBAL_IPV6: Network = ipaddr.parseCIDR('2000::/3')

export interface AddressPolicy {
  /** What was added to the public internet: for another process to make the same policy of. */
  readonly extra: readonly string[]
  /** True when a connection may go there. False for anything that is not an IP address. */
  allows(address: string): boolean
}

/** `extra`: networks such as `10.0.0.0/8` or `::1/128`. Throws RangeError on what is none. */
export function allowAddresses(extra: readonly string[] = []): AddressPolicy {
  const networks = extra.map(parseNetwork)
  return {
    extra,
    allows(text) {
      if (!ipaddr.isValid(text)) return false
      const address = embedded(ipaddr.parse(text))
      return networks.some((network) => contains(network, address)) || isPublic(address)
    },
  }
}

function parseNetwork(text: string): Network {
  const cidr = text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`
  if (!ipaddr.isValidCIDR(cidr)) throw new RangeError(`not a network: ${text}`)
  return ipaddr.parseCIDR(cidr)
}

/** The IPv4 address inside a mapped or translated (NAT64) one, else the address itself. */
function embedded(address: Address): Address {
  if (!(address instanceof ipaddr.IPv6)) return address
  const range = address.range()
  if (range !== 'ipv4Mapped' && range !== 'rfc6052' && range !== 'rfc6145') return address
  return new ipaddr.IPv4(address.toByteArray().slice(-4))
}

function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false
  if (address instanceof ipaddr.IPv6) return contains(GLOBAL_IPV6, address)
  return !HIDDEN_IN_CLOUDS.some((network) => contains(network, address))
}

function contains([network, bits]: Network, address: Address): boolean {
  if (network instanceof ipaddr.IPv4 && address instanceof ipaddr.IPv4) {
    return address.match(network, bits)
  }
  return (
    network instanceof ipaddr.IPv6 && address instanceof ipaddr.IPv6 && address.match(network, bits)
  )
}
