/**
 * Characters that reorder or hide others, made visible: nothing that a writer put into a text can
 * make the screen say something else than the text does.
 */

export interface ShownPart {
  readonly text: string
  /** It stands for a character that cannot be seen. */
  readonly isMark: boolean
}

/** Direction marks, overrides and isolates; joiners, zero width, soft hyphens; control characters. */
const HIDING =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u

/** Where a text may break, and what joins the parts of an emoji: these say nothing false. */
const HARMLESS = new Set(['\n', '\t', '\r', '\u200d'])

const NAMES: Readonly<Record<string, string>> = {
  '\u200e': 'LRM',
  '\u200f': 'RLM',
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\u200b': 'ZWSP',
  '\u00ad': 'SHY',
  '\ufeff': 'BOM',
}

/** The parts joined are the text, with each hidden character in the form `⟦RLO⟧`. */
export function splitInvisible(text: string): readonly ShownPart[] {
  const parts: ShownPart[] = []
  let plain = ''
  for (const character of text) {
    if (!HIDING.test(character) || HARMLESS.has(character)) {
      plain += character
      continue
    }
    if (plain !== '') parts.push({ text: plain, isMark: false })
    plain = ''
    parts.push({ text: `⟦${nameOf(character)}⟧`, isMark: true })
  }
  return plain === '' ? parts : [...parts, { text: plain, isMark: false }]
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return NAMES[character] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

export function showInvisible(text: string): string {
  return splitInvisible(text)
    .map((part) => part.text)
    .join('')
}
