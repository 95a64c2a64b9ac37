/**
 * Reads a grammar of texts and draws texts from it.
 *
 * A grammar is a text file. `name = one | two` defines a slot (repeated, it adds choices); a line
 * that begins with `- ` is a template; `#` at the start of a line is a remark. In a template or a
 * choice `{name}` is a slot, `(a|b|)` a choice that may be empty, `#` a digit and `@` a letter.
 * Slots of `shared.txt` can be used everywhere. Throws, with the line, on what it cannot read.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '../src/classify/seeded-random.ts'

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string }
  | { readonly kind: 'choice'; readonly choices: readonly Phrase[] }

type Phrase = readonly Part[]

export interface Grammar {
  readonly templates: readonly Phrase[]
  readonly slots: ReadonlyMap<string, readonly Phrase[]>
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DEEPEST = 12

export function readGrammar(folder: string, name: string): Grammar {
  const slots = new Map<string, Phrase[]>()
  parseInto(readFileSync(join(folder, 'shared.txt'), 'utf8'), slots, [])
  const templates: Phrase[] = []
  parseInto(readFileSync(join(folder, `${name}.txt`), 'utf8'), slots, templates)
  for (const phrase of [...templates, ...[...slots.values()].flat()])
    assertKnown(phrase, slots, name)
  return { templates, slots }
}

/** One text of one template. */
export function drawText(grammar: Grammar, random: Random): string {
  return draw(random.pick(grammar.templates), grammar, random, 0)
}

function parseInto(source: string, slots: Map<string, Phrase[]>, templates: Phrase[]): void {
  for (const line of source.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const template = /^- (.+)$/.exec(line)?.[1]
    const [, name, choices] = /^(\w+) = (.*)$/.exec(line) ?? []
    if (template !== undefined) templates.push(parsePhrase(template))
    else if (name !== undefined && choices !== undefined) {
      const phrases = splitChoices(choices).map((choice) => parsePhrase(choice.trim()))
      slots.set(name, [...(slots.get(name) ?? []), ...phrases])
    } else throw new Error(`a grammar line is neither a slot nor a template: ${line}`)
  }
}

function parsePhrase(source: string): Phrase {
  const parts: Part[] = []
  let at = 0
  while (at < source.length) {
    const slot = /^\{(\w+)\}/.exec(source.slice(at))
    if (slot?.[1] !== undefined) {
      parts.push({ kind: 'slot', name: slot[1] })
      at += slot[0].length
    } else if (source[at] === '(') {
      const end = closingOf(source, at)
      const choices = splitChoices(source.slice(at + 1, end)).map(parsePhrase)
      parts.push({ kind: 'choice', choices })
      at = end + 1
    } else {
      const text = /^[^{(]+/.exec(source.slice(at))?.[0]
      if (text === undefined) throw new Error(`a bracket without its pair: ${source}`)
      parts.push({ kind: 'text', text })
      at += text.length
    }
  }
  return parts
}

function closingOf(source: string, open: number): number {
  let depth = 0
  for (let at = open; at < source.length; at += 1) {
    if (source[at] === '(') depth += 1
    if (source[at] === ')') depth -= 1
    if (depth === 0) return at
  }
  throw new Error(`a bracket without its pair: ${source}`)
}

/** Splits at the `|` that stand outside every bracket. */
function splitChoices(source: string): string[] {
  const choices: string[] = ['']
  let depth = 0
  for (const character of source) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (character === '|' && depth === 0) choices.push('')
    else choices[choices.length - 1] += character
  }
  return choices
}

function draw(phrase: Phrase, grammar: Grammar, random: Random, depth: number): string {
  if (depth > DEEPEST) throw new Error('a slot of the grammar leads back to itself')
  return phrase
    .map((part) => {
      if (part.kind === 'text') return fillMarks(part.text, random)
      const choices = part.kind === 'choice' ? part.choices : (grammar.slots.get(part.name) ?? [])
      return draw(random.pick(choices), grammar, random, depth + 1)
    })
    .join('')
}

function fillMarks(text: string, random: Random): string {
  return text.replace(/[#@]/g, (mark) =>
    mark === '#' ? String(random.below(10)) : random.pick([...LETTERS]),
  )
}

function assertKnown(phrase: Phrase, slots: ReadonlyMap<string, unknown>, name: string): void {
  for (const part of phrase) {
    if (part.kind === 'choice') for (const choice of part.choices) assertKnown(choice, slots, name)
    if (part.kind === 'slot' && !slots.has(part.name)) {
      throw new Error(`${name}.txt uses a slot that is not defined: ${part.name}`)
    }
  }
}
