/** Bytes as base64 and back, without a host: what is not of the alphabet is skipped. O(length). */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Uint8Array(128).fill(255)
for (let value = 0; value < 64; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value

export function decodeBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4))
  let bits = 0
  let held = 0
  let size = 0
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES[text.charCodeAt(at) & 127] as number
    if (value === 255) continue
    bits = ((bits << 6) | value) & 0xffffff
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[size] = (bits >>> held) & 255
      size += 1
    }
  }
  return bytes
}

export function encodeBytes(bytes: Uint8Array): string {
  const groups: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
    const bits = (first << 16) | (second << 8) | third
    const kept = Math.min(4, bytes.length - at + 1)
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((bits >>> shift) & 63))
    groups.push(letters.slice(0, kept).join('').padEnd(4, '='))
  }
  return groups.join('')
}
