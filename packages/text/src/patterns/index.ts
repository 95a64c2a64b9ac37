/** Patterns that operators write, on RE2. An entry of its own: it needs `re2js`, the core nothing. */

export {
  compilePatterns,
  MAX_MATCHES,
  MAX_READ,
  type PatternFinding,
  type PatternSet,
} from './compile-patterns.ts'
export {
  MAX_PROGRAM,
  MAX_SOURCE,
  type Pattern,
  type PatternMatch,
  type RefusedPattern,
} from './pattern.ts'
