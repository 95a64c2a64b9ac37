/**
 * One text for one JSON value, whoever writes it and in whatever order its keys come.
 *
 * Keys in order of UTF-16 units, no spaces, numbers and strings as ECMAScript writes them; what
 * JSON leaves out (undefined) is left out. Any language can do the same, so an exported record can
 * be verified without this program.
 *
 * Source: RFC 8785, JSON Canonicalization Scheme. Lone surrogates, which it forbids, are written
 * as `\udXXX` escapes.
 */

export function toCanonicalJson(value: unknown): string {
  return write(JSON.parse(JSON.stringify(value)))
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`)
  return `{${members.join(',')}}`
}
