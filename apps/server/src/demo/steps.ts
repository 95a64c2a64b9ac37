/** Steps that many stories share. */

import type { Subject } from '@fangxing/contract'

export const submit = { kind: 'submit', afterHours: 1 } as const
export const approve = { kind: 'approve', afterHours: 5 } as const
export const passFiling = { kind: 'passFiling', afterHours: 70, note: '材料齐全，同意' } as const
export const preLaunch = { kind: 'preLaunch', afterHours: 1 } as const
export const launch = { kind: 'launch', afterHours: 20 } as const

export function inMainland(kind: Subject['kind'], region: string): Subject {
  return { kind, overseas: false, region }
}
