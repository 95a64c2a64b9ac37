/**
 * Which categories a program implies by what it shows, each with its evidence.
 *
 * Facts → topics that are shown by one strong clue, or likely by two weak ones; in the order of the
 * topics. Pure. Says nothing about what is declared, and proves nothing that only a server knows.
 */

import { categories, describeCategory } from '../../books/wechat-categories.ts'
import type { Sign } from '../signs.ts'
import type { Clue, ImplyingFacts } from './clue.ts'
import { socialTopics } from './social-topics.ts'
import type { Topic } from './topic.ts'
import { ANY, tradeTopics } from './trade-topics.ts'

export interface ImpliedCategory {
  /** Full names, any one of which answers; `医疗服务-*` stands for each of that kind. Empty: none does. */
  readonly anyOf: readonly string[]
  readonly strength: 'shown' | 'likely'
  readonly evidence: readonly Sign[]
  /** A first submission with it is filed. */
  readonly filed: boolean
}

const LIKELY = 2

/** Every kind of fact that is looked at. */
export const KINDS = [
  'manifest',
  'pages',
  'texts',
  'elements',
  'apiCalls',
  'hosts',
  'publishEntries',
] as const satisfies readonly (keyof ImplyingFacts)[]

/** Several rules ask about the same facts, one after the other. */
const known = new WeakMap<
  object,
  { readonly seen: ImplyingFacts; readonly implied: readonly ImpliedCategory[] }
>()

export function impliedCategories(seen: ImplyingFacts): readonly ImpliedCategory[] {
  const before = known.get(seen.pages)
  if (before && KINDS.every((kind) => before.seen[kind] === seen[kind])) return before.implied
  const implied = findImplied(seen)
  known.set(seen.pages, { seen, implied })
  return implied
}

function findImplied(seen: ImplyingFacts): readonly ImpliedCategory[] {
  if (seen.manifest.platform !== 'wechat') return []
  return [...socialTopics, ...tradeTopics].flatMap((topic) => {
    const implied = imply(topic, seen)
    return implied ? [implied] : []
  })
}

function imply(topic: Topic, seen: ImplyingFacts): ImpliedCategory | undefined {
  const needed = topic.needs?.(seen)
  if (needed?.length === 0) return undefined
  const strong = found(topic.strong, seen)
  const weak = found(topic.weak, seen)
  if (strong.length === 0 && weak.length < LIKELY) return undefined
  return {
    anyOf: topic.anyOf,
    strength: strong.length > 0 ? 'shown' : 'likely',
    evidence: [...strong, ...weak, needed ?? []].flat(),
    filed: topic.anyOf.some(isFiled),
  }
}

function found(clues: readonly Clue[], seen: ImplyingFacts): readonly (readonly Sign[])[] {
  return clues.map((clue) => clue(seen)).filter((signs) => signs.length > 0)
}

function isFiled(name: string): boolean {
  return categories.rows.some((row) => row.filed && describeCategory(row) === name)
}

/** Whether a declared category, by its full name, answers what is implied. */
export function answers(declared: string, { anyOf }: Pick<ImpliedCategory, 'anyOf'>): boolean {
  return anyOf.some(
    (name) => name === declared || (name.endsWith(ANY) && declared.startsWith(name.slice(0, -1))),
  )
}
