/**
 * A short name for exactly these values: the same terms give the same edition on any machine.
 *
 * Two 32-bit multiplicative hashes over UTF-16 units, 16 hex digits. It tells editions apart; it is
 * no protection against someone who wants two lexicons to share a name.
 */

const FIRST_FACTOR = 0x01000193
const SECOND_FACTOR = 0x85ebca6b

export function toEdition(values: readonly unknown[]): string {
  let first = 0x811c9dc5
  let second = 0x9747b28c
  for (const value of values) {
    const text = `${JSON.stringify(value)}\n`
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      first = Math.imul(first ^ unit, FIRST_FACTOR)
      second = Math.imul(second ^ unit, SECOND_FACTOR)
      second = (second << 13) | (second >>> 19)
    }
  }
  return toHex(first) + toHex(second)
}

function toHex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0')
}
