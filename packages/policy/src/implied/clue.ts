/**
 * Clues: ways in which a program shows what it offers, each a function from facts to signs.
 *
 * A clue gives the same sign once per file, so that a page with ten buttons weighs as much as one.
 */

import type { Observations } from '@fangxing/contract'
import { findPathSigns, findSectionSigns, findWordSigns, type Sign } from '../signs.ts'

/** What is looked at to say which categories a program implies. */
export type ImplyingFacts = Pick<
  Observations,
  'manifest' | 'pages' | 'texts' | 'elements' | 'apiCalls' | 'hosts' | 'publishEntries'
>

function oncePerFile(signs: readonly Sign[]): readonly Sign[] {
  const seen = new Set<string>()
  return signs.filter(({ place, what }) => {
    const key = `${place.file}\n${what}`
    return !seen.has(key) && seen.add(key)
  })
}

export type Clue = (seen: ImplyingFacts) => readonly Sign[]

/** A word on a title or a short text. */
export function words(pattern: RegExp): Clue {
  return ({ pages, texts }) => oncePerFile(findWordSigns(pattern, pages, texts))
}

/** A word that stands on the screen: a script may name what it never shows. */
export function label(pattern: RegExp): Clue {
  return ({ pages, texts, elements }) => {
    const shown = new Set(elements.map(({ place }) => place.file))
    const onScreen = texts.filter(({ place }) => place.kind === 'file' && shown.has(place.file))
    return oncePerFile(findWordSigns(pattern, pages, onScreen))
  }
}

/** A word that names a whole section: a title, or a label of the manifest. */
export function section(pattern: RegExp): Clue {
  return ({ manifest, pages, texts }) =>
    oncePerFile(findSectionSigns(pattern, manifest, pages, texts))
}

/** A registered page whose path has the word as a part: where it is registered, and where it begins. */
export function path(...parts: readonly string[]): Clue {
  const set = new Set(parts)
  return ({ pages, elements }) => {
    const signs = findPathSigns(set, pages).slice(0, MAX_PAGES)
    const begins = signs.flatMap(({ what }) => {
      const page = what.slice(what.lastIndexOf(' ') + 1)
      const first = elements.find(({ place }) => place.file.includes(`${page}.`))
      return first ? [{ place: first.place, what }] : []
    })
    return [...signs, ...begins]
  }
}

/** Enough to know what a section is. */
const MAX_PAGES = 3

export function element(accepts: (tag: string, attributes: Attributes) => boolean): Clue {
  return ({ elements }) =>
    oncePerFile(
      elements
        .filter(({ tag, attributes }) => accepts(tag, attributes))
        .map(({ tag, place }) => ({ place, what: `<${tag}>` })),
    )
}

type Attributes = Readonly<Record<string, string>>

export function call(pattern: RegExp): Clue {
  return ({ apiCalls }) =>
    oncePerFile(
      apiCalls
        .filter(({ name }) => pattern.test(name))
        .map(({ name, place }) => ({ place, what: name })),
    )
}

export function host(pattern: RegExp): Clue {
  return ({ hosts }) =>
    oncePerFile(
      hosts
        .filter((one) => pattern.test(one.host))
        .map(({ host: name, place }) => ({ place, what: name })),
    )
}

/** Entries through which users publish content, on pages that the pattern admits. */
export function entry(
  media: readonly string[],
  page: RegExp = /(?:)/,
  place: 'page' | 'file' = 'page',
): Clue {
  return ({ publishEntries }) =>
    publishEntries
      .filter((one) => media.includes(one.medium))
      .filter((one) => page.test(place === 'page' ? one.page : one.place.file))
      .map((one) => ({ place: one.place, what: `发布入口 entry ${one.medium}` }))
}

/** Both, or nothing. */
export function both(first: Clue, second: Clue): Clue {
  return (seen) => {
    const [a, b] = [first(seen), second(seen)]
    return a.length > 0 && b.length > 0 ? [...a, ...b] : []
  }
}

export function either(...clues: readonly Clue[]): Clue {
  return (seen) => clues.flatMap((clue) => clue(seen))
}
