export { observeProgram, type ProgramObservations } from './observe-program.ts'
export { type GuardSuggestions, suggestGuards } from './suggest/suggest-guards.ts'
