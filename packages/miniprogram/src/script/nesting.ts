/**
 * Whether a script is nested too deep for the native parser, which would overflow its stack and
 * take the whole program down with it.
 *
 * One pass over the bare characters, without parsing: strings count like code, and so do all comments
 * but blocks that begin a line, because what looks like one may be the inside of the other. Brackets,
 * angle brackets, elements, and chains of operators and keywords are counted. Errs towards refusing.
 */

/** The parser fails between 1,000 and 5,000 levels; a worker thread has half the stack. */
const MAX_BRACKETS = 500

/** Elements may stand side by side without an end, as in `a <b `, where a script only compares. */
const MAX_ELEMENTS = 1_000

/** Operators and keywords that nest without a bracket, between two ends of a list item. */
const MAX_CHAIN = 2_000

/** `else if` nests through the blocks of its branches. */
const MAX_BRANCHES = 4_000

const BRANCHES = 'else if for while with do'
const KEYWORDS = `${BRANCHES} new typeof void await yield delete keyof readonly unique infer asserts is as satisfies instanceof in extends abstract declare export`

const WORD = /[\w$]+/y
/** What goes on after a block: an operator, or a keyword that is one. Anything else begins anew. */
const GOES_ON = /\s*(?:(?:as|satisfies|instanceof|in|extends|is|else)\b|[^\s\w$'"`@#{};])/y
/** Nothing but blanks since a line that is not continued by a backslash. */
const BEGINS_LINE = /(?:^|[^\\\r\n])\r?\n[ \t]*$/
/** `namespace a.b.c` is one namespace inside another. */
const NAMESPACE = /\b(?:namespace|module)\s+[\w$]+(?:\s*\.\s*[\w$]+){50}/

const branches = new Set(BRANCHES.split(' '))
const keywords = new Set(KEYWORDS.split(' '))

export function isNestedTooDeep(text: string): boolean {
  return isDeep(text) || elementDepth(text) > MAX_ELEMENTS || NAMESPACE.test(text)
}

/** What is open at one bracket. */
interface Level {
  angles: number
  chain: number
}

function isDeep(text: string): boolean {
  const outer: Level[] = []
  let level: Level = { angles: 0, chain: 0 }
  let anglesOutside = 0
  let branchCount = 0
  const skip = openSkipper(text)
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === 0x2f) at = skip(at)
    if (isWordSign(sign)) {
      const word = wordAt(text, at)
      if (keywords.has(word)) level.chain += 1
      if (branches.has(word)) branchCount += 1
      at += word.length - 1
    } else if (sign === 0x28 || sign === 0x5b || sign === 0x7b) {
      if (sign === 0x5b) level.chain += 1
      outer.push(level)
      anglesOutside += level.angles
      level = { angles: 0, chain: 0 }
    } else if (sign === 0x29 || sign === 0x5d || sign === 0x7d) {
      level = outer.pop() ?? { angles: 0, chain: 0 }
      anglesOutside = Math.max(0, anglesOutside - level.angles)
      if (sign === 0x7d && !goesOn(text, at + 1)) level.chain = 0
    } else countSign(text, at, sign, level)
    if (level.chain > MAX_CHAIN || branchCount > MAX_BRANCHES) return true
    if (outer.length + anglesOutside + level.angles > MAX_BRACKETS) return true
  }
  return false
}

/**
 * Gives the last character of a block comment that begins its line, else the place itself. The end of
 * a template, a string or an element inside it means that it may have begun inside one.
 */
function openSkipper(text: string): (at: number) => number {
  let known = 0
  return (at) => {
    if (
      text[at + 1] !== '*' ||
      at < known ||
      !BEGINS_LINE.test(text.slice(Math.max(0, at - 80), at))
    )
      return at
    const end = text.indexOf('*/', at + 2)
    known = end < 0 ? text.length : end
    return end < 0 || /`|<\//.test(text.slice(at, end)) ? at : end + 1
  }
}

/** An angle bracket that nothing closes was a comparison when its statement ends. */
function countSign(text: string, at: number, sign: number, level: Level): void {
  switch (sign) {
    case 0x3b: // ;
      level.angles = 0
      level.chain = 0
      break
    case 0x2c: // ,
      if (level.angles === 0) level.chain = 0
      break
    case 0x3c: // <
      level.chain += 1
      level.angles += 1
      break
    case 0x3e: // >
      if (text[at - 1] !== '=') level.angles = Math.max(0, level.angles - 1)
      break
    case 0x3d: // =
    case 0x2a: // *
    case 0x2f: // /
      // A row of them is an ornament or one operator.
      if (text.charCodeAt(at - 1) !== sign) level.chain += 1
      break
    default:
      if ('!?~+-|&^%@:'.includes(String.fromCharCode(sign))) level.chain += 1
  }
}

function isWordSign(sign: number): boolean {
  return (
    (sign >= 0x61 && sign <= 0x7a) ||
    (sign >= 0x41 && sign <= 0x5a) ||
    (sign >= 0x30 && sign <= 0x39) ||
    sign === 0x5f ||
    sign === 0x24
  )
}

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at
  return WORD.exec(text)?.[0] ?? ' '
}

function goesOn(text: string, at: number): boolean {
  GOES_ON.lastIndex = at
  return GOES_ON.test(text)
}

/** `<a>` and `<>` minus `</a>` and `/>`. */
function elementDepth(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [found] of text.matchAll(/<\/|\/>|<(?:>|[A-Za-z][\w.:-]*(?=[\s>/]))/g)) {
    if (found === '</' || found === '/>') depth = Math.max(0, depth - 1)
    else deepest = Math.max(deepest, ++depth)
  }
  return deepest
}
