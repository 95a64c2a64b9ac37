/** Searching the record of checks: a trace id leads to one check, other words are a writer's. */

const TRACE_ID = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/

export type CheckSearch =
  | { readonly kind: 'all' }
  | { readonly kind: 'trace'; readonly id: string }
  | { readonly kind: 'writer'; readonly writer: string }

export function parseCheckSearch(words: string): CheckSearch {
  const wanted = words.trim()
  if (wanted === '') return { kind: 'all' }
  const id = wanted.toLowerCase()
  return TRACE_ID.test(id) ? { kind: 'trace', id } : { kind: 'writer', writer: wanted }
}
