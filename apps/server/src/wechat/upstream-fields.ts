/** What another checker said, in the fields of the extension. */

import type { Consulted } from '../upstream/consult.ts'

/** An object to spread: empty when nobody else was asked. */
export function toUpstreamFields(upstream: Consulted['upstream']) {
  if (upstream === null) return {}
  const { name, asked } = upstream
  if (asked.kind === 'absent') return { upstream: { name, because: asked.because } }
  const { suggest, label, traceId } = asked.answer
  return { upstream: { name, suggest, label, trace_id: traceId } }
}
