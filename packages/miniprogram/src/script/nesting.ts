/**
 * Whether a script is nested too deep for the native parser, which would overflow its stack and
 * take the whole program down with it.
 *
 * One pass over the characters, without parsing: strings and comments are skipped, brackets and
 * chains of prefix operators are counted. Errs towards refusing.
 */

/** The parser fails between 1,000 and 5,000 levels; a worker thread has half the stack. */
const MAX_BRACKETS = 500

/** Operators and keywords that nest without a bracket, between two statement ends. */
const MAX_CHAIN = 2_000

const CHAINED = /=>|[!?~=+-]|\b(?:else|if|for|while|with|do|new|typeof|void|await|yield|delete)\b/g

export function isNestedTooDeep(text: string): boolean {
  return (
    bracketDepth(text) > MAX_BRACKETS ||
    rawDepth(text) > MAX_BRACKETS ||
    longestChain(text) > MAX_CHAIN
  )
}

/** Depth with strings, comments and templates skipped. */
function bracketDepth(text: string): number {
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"|[([{]|[)\]}]/g
  let depth = 0
  let deepest = 0
  for (const [found] of text.matchAll(token)) {
    if ('([{'.includes(found)) deepest = Math.max(deepest, ++depth)
    else if (')]}'.includes(found)) depth = Math.max(0, depth - 1)
  }
  return deepest
}

/** Depth of the bare characters: sees what a quote inside a regular expression would hide. */
function rawDepth(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [found] of text.matchAll(/[([{]|[)\]}]/g)) {
    if ('([{'.includes(found)) deepest = Math.max(deepest, ++depth)
    else depth = Math.max(0, depth - 1)
  }
  return deepest
}

function longestChain(text: string): number {
  let longest = 0
  for (const statement of text.split(/[;}]/)) {
    if (statement.length <= MAX_CHAIN) continue
    longest = Math.max(longest, statement.match(CHAINED)?.length ?? 0)
  }
  const branches = text.match(/\b(?:else|if|for|while|with|do)\b/g)?.length ?? 0
  return Math.max(longest, branches / 2)
}
