/** The operator's page of other checkers. */

import type { Texts } from '../zh/index.ts'

export const upstream: Pick<Texts, 'upstream'> = {
  upstream: {
    title: 'Upstream',
    lead: 'Which apps also ask another checker, and how often both agree. Set it on the app’s page.',
    toApps: 'Set it on the page of an app',
    empty: 'No app asks another checker.',
    circuit: { closed: 'in order', open: 'not asked for now' },
    agreed: '{{count}} were answered by both, {{share}} the same.',
    unanswered: '{{count}} more had no answer.',
    ours: 'Ours',
    theirs: 'Theirs',
    count: 'Count',
    none: 'no answer',
    sounds: {
      off: 'It is not asked about sounds: no push is set.',
      on: 'It is asked about sounds and pushes its answers to {{path}} ({{mode}}), for which {{minutes}} minutes are waited.',
      came: 'Pushes of seven days: {{taken}} taken, {{early}} early, {{repeated}} repeated, {{unknown}} unknown, {{other}} other events.',
      waiting: '{{count}} sounds wait for its answer',
    },
  },
}
