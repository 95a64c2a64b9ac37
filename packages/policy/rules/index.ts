import type { Rule } from '../src/rule.ts'

export const programRules: readonly Rule[] = []
export const textRules: readonly Rule[] = []
export const rules: readonly Rule[] = [...programRules, ...textRules]
