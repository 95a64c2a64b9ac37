/**
 * The authority's desk: what waits for it, in its region and no other.
 *
 * Bound in SQL, by an index that holds only open cases, so a desk costs what is on it.
 */

import type { State } from '@fangxing/release'
import { DESK_STATES } from '@fangxing/storage'
import { z } from 'zod'
import type { Caller } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { viewReleases } from './release-view.ts'
import { pageOf, pageQuery } from './shapes/parts.ts'
import { release } from './shapes/release.ts'

const query = pageQuery.extend({
  state: z.enum(DESK_STATES).optional(),
  order: z.enum(['newest', 'due']).default('newest').describe('due: what ends first at the head.'),
})

export function registerDesk(app: App, ports: Ports): void {
  app.get('/v1/desk/cases', {
    config: { access: ['authority', 'operator'] },
    schema: {
      summary: "Open cases of the caller's region, newest first or by what ends first",
      querystring: query,
      response: { 200: pageOf(release) },
    },
    async handler({ caller, query: { state, order, cursor, limit } }) {
      const states: readonly State[] = state === undefined ? DESK_STATES : [state]
      const { releases } = ports.storage
      const wanted = { states, region: regionOf(caller) ?? undefined, cursor, limit }
      const page = await (order === 'due' ? releases.listDesk(wanted) : releases.list(wanted))
      return { items: await viewReleases(ports, page.items, caller), nextCursor: page.nextCursor }
    },
  })
}

/** Also of a person with further roles: at this desk one sits as the authority of one's region. */
function regionOf(caller: Caller): string | null {
  const isAuthority = caller.kind === 'user' && caller.user.roles.includes('authority')
  return isAuthority ? caller.user.region : null
}
