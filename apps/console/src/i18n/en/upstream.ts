/** The operator's page of other checkers. */

import type { Texts } from '../zh/index.ts'

export const upstream: Pick<Texts, 'upstream'> = {
  upstream: {
    title: 'Upstream',
    lead: 'Which apps also ask another checker, and how often both agree. Begin with a comparison that nobody is told.',
    empty: 'No app asks another checker.',
    circuit: { closed: 'in order', open: 'not asked for now' },
    agreed: '{{count}} were answered by both, {{share}} the same.',
    unanswered: '{{count}} more had no answer.',
    ours: 'Ours',
    theirs: 'Theirs',
    count: 'Count',
    none: 'no answer',
    set: 'Set another checker',
    change: 'Change',
    save: 'Save',
    saved: 'Saved; it counts from now on',
    test: 'Ask once',
    tested: 'It answered in {{ms}} ms',
    failed: 'No answer: {{because}}',
    remove: 'Ask no more',
    removeConfirm: 'Show it nothing of this app any more?',
    app: 'Which app',
    baseUrl: 'Address of its interface',
    appid: 'The appid there',
    secret: 'The secret there',
    kept: 'Empty keeps the present one.',
    merge: 'How both answers become one',
    merges: {
      strictest: 'the stricter one',
      'local-first': 'asked when ours is in doubt',
      shadow: 'compared, never told',
    },
    whenDown: 'Without an answer from there',
    downs: {
      'fail-open': 'ours stands',
      'fail-review': 'a person looks',
      'fail-closed': 'nothing passes',
    },
    hasSounds: 'Ask about sounds too',
    soundsHint:
      'WeChat pushes its answer about a sound later. Enter the push address that this page shows under “message push” there. It takes no videos: ours stands.',
    mode: 'How it pushes',
    modes: { plain: 'plain', compatible: 'compatible', safe: 'safe (sealed)' },
    tokenForm: '3 to 32 letters or digits, the same as there.',
    keyForm: 'The 43 characters of EncodingAESKey, the same as there, without a = at the end.',
    waitMinutes: 'Minutes to wait at most',
    sounds: {
      off: 'It is not asked about sounds: no push is set.',
      on: 'It is asked about sounds and pushes its answers to {{path}} ({{mode}}), for which {{minutes}} minutes are waited.',
      came: 'Pushes of seven days: {{taken}} taken, {{early}} early, {{repeated}} repeated, {{unknown}} unknown, {{other}} other events.',
      waiting: '{{count}} sounds wait for its answer',
    },
  },
}
