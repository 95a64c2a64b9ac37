/** The platform itself as an actor: checks, sweepers, and events that follow events. */

import type { Actor } from '@fangxing/release'

export const MACHINE: Actor = { kind: 'machine', id: 'fangxing', name: '放行' }
