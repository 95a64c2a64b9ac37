/** Text as bytes and back, and a checksum: what the file of a lexicon is made with. */

import type { Steps } from '../kernel/steps.ts'

interface Host {
  readonly TextDecoder?: new (encoding: string) => { decode(bytes: Uint8Array): string }
}

const host = globalThis as unknown as Host
const FACTOR = 0x01000193
/** As many arguments as any engine takes at once. */
const AT_ONCE = 8192

export function toUnits(text: string): Uint8Array {
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at)
  return new Uint8Array(units.buffer)
}

/** `bytes` begin at a multiple of two. JSON has no lone surrogates, so any decoder is exact. */
export function toText(bytes: Uint8Array): string {
  if (host.TextDecoder !== undefined) return new host.TextDecoder('utf-16le').decode(bytes)
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2)
  const parts: string[] = []
  for (let at = 0; at < units.length; at += AT_ONCE) {
    parts.push(String.fromCharCode(...units.subarray(at, at + AT_ONCE)))
  }
  return parts.join('')
}

/** Words, one megabyte: what takes less than a millisecond. A multiple of four. */
const SUMMED_AT_ONCE = 2 ** 18

/** Four sums of every fourth word, which a machine works out side by side. */
type Sums = readonly [number, number, number, number]

/** Tells damage: every changed byte changes it. `bytes` begin at a multiple of four. */
export function* toSum(bytes: Uint8Array): Steps<number> {
  const whole = bytes.length >>> 4
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, whole * 4)
  let sums: Sums = [bytes.length, 1, 2, 3]
  for (let from = 0; from < words.length; from += SUMMED_AT_ONCE) {
    sums = addWords(sums, words.subarray(from, from + SUMMED_AT_ONCE))
    yield
  }
  let sum = toNext(toNext(toNext(sums[0], sums[1]), sums[2]), sums[3])
  for (let at = whole * 16; at < bytes.length; at += 1) sum = toNext(sum, bytes[at] as number)
  return sum >>> 0
}

function addWords(sums: Sums, words: Uint32Array): Sums {
  let [first, second, third, fourth] = sums
  for (let at = 0; at < words.length; at += 4) {
    first = toNext(first, words[at] as number)
    second = toNext(second, words[at + 1] as number)
    third = toNext(third, words[at + 2] as number)
    fourth = toNext(fourth, words[at + 3] as number)
  }
  return [first, second, third, fourth]
}

function toNext(sum: number, word: number): number {
  const mixed = Math.imul(sum ^ word, FACTOR)
  return mixed ^ (mixed >>> 15)
}
