/**
 * Finds the hosts that a program names in its scripts and templates, once per file.
 *
 * From literals that begin with a scheme; an address that is put together from parts is seen when
 * its first part holds the host. Namespace addresses are not hosts.
 */

import type { SeenElement, SeenHost } from '@fangxing/contract'
import { placeAt, type SourceFile } from '../package/source-tree.ts'
import type { ReachedScript } from './reach-scripts.ts'

/** Scheme, then letters, digits, dots and hyphens with at least one dot inside. */
const ADDRESS = /\b(?:https?|wss?|rtmps?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi
const NOT_LOADED = new Set(['www.w3.org', 'schemas.microsoft.com'])

export function findHosts(
  scripts: readonly ReachedScript[],
  elements: readonly SeenElement[],
): readonly SeenHost[] {
  const found = [
    ...scripts.flatMap((script) =>
      script.reading.kind === 'library' ? hostsInText(script.source) : hostsInLiterals(script),
    ),
    ...elements.flatMap(({ attributes, place }) =>
      Object.values(attributes).flatMap((value) => hostsOf(value).map((host) => ({ host, place }))),
    ),
  ]
  const seen = new Set<string>()
  return found.filter(({ host, place }) => {
    const key = `${place.file}\n${host}`
    return NOT_LOADED.has(host) || seen.has(key) ? false : seen.add(key)
  })
}

/** The host of an address, for a literal that begins with one. */
export function hostsOf(text: string): readonly string[] {
  return [...text.matchAll(ADDRESS)].map(([, host]) => (host ?? '').toLowerCase())
}

function hostsInLiterals({ source, nodes }: ReachedScript): readonly SeenHost[] {
  return nodes.flatMap((node) => {
    const text =
      node.type === 'Literal' && typeof node.value === 'string'
        ? node.value
        : node.type === 'TemplateElement'
          ? node.value.raw
          : ''
    return hostsOf(text).map((host) => ({ host, place: placeAt(source, node.start) }))
  })
}

function hostsInText(source: SourceFile): readonly SeenHost[] {
  return [...source.text.matchAll(ADDRESS)].map((match) => ({
    host: (match[1] ?? '').toLowerCase(),
    place: placeAt(source, match.index),
  }))
}
