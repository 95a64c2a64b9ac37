/** Fields of a submission, read one by one: a value, or what is wrong with it and the limit. Pure. */

import type { Fields } from '../wechat/dialect.ts'

/** One sentence: the field, what was met, what is allowed. */
export type Problem = string

export class Reading {
  readonly problems: Problem[] = []
  private readonly fields: Fields

  constructor(fields: Fields) {
    this.fields = fields
  }

  /** Empty when absent. A number is taken as its digits. */
  optional(name: string): string {
    const value = this.fields[name]
    if (typeof value === 'string') return value.trim()
    return typeof value === 'number' ? String(value) : ''
  }

  required(name: string): string {
    const value = this.optional(name)
    if (value === '') this.problems.push(`${name}: missing`)
    return value
  }

  /** `limits`: characters, a glyph of two code units counted once. */
  sized(name: string, [least, most]: readonly [number, number], value = this.required(name)) {
    const length = [...value].length
    this.measure(name, value, { length, least, most, unit: 'characters' })
    return value
  }

  /** Units: a Chinese character counts two. */
  weighed(name: string, [least, most]: readonly [number, number]) {
    const value = this.required(name)
    const length = [...value].reduce((sum, one) => sum + (isWide(one) ? 2 : 1), 0)
    this.measure(name, value, { length, least, most, unit: 'units' })
    return value
  }

  list(name: string, separator: string, { most, each }: { most: number; each: number }) {
    const labels = this.optional(name)
      .split(separator)
      .filter((label) => label !== '')
    if (labels.length > most)
      this.problems.push(`${name}: ${labels.length} labels, at most ${most}`)
    for (const label of labels) {
      const length = [...label].length
      if (length > each) {
        this.problems.push(`${name}: “${label}” has ${length} characters, at most ${each}`)
      }
    }
    return labels
  }

  json(name: string, value = this.optional(name)): unknown {
    if (value === '') return undefined
    try {
      return JSON.parse(value)
    } catch {
      this.problems.push(`${name}: not JSON`)
      return undefined
    }
  }

  refuse(problem: Problem): void {
    this.problems.push(problem)
  }

  private measure(
    name: string,
    value: string,
    limit: { length: number; least: number; most: number; unit: string },
  ): void {
    const { length, least, most, unit } = limit
    if (value === '' || (length >= least && length <= most)) return
    this.problems.push(`${name}: ${length} ${unit}, ${least} to ${most} are allowed`)
  }
}

const HAN = /\p{Script=Han}/u

export function hasHan(text: string): boolean {
  return HAN.test(text)
}

function isWide(character: string): boolean {
  return /[\u1100-\uffef]/.test(character) || character.length > 1
}
