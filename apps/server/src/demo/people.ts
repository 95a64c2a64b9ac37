/** The demo's people, one or more of every role, each with a password made up now and shown once. */

import { randomBytes } from 'node:crypto'
import { AppError } from '@fangxing/contract'
import type { Role, Storage, User } from '@fangxing/storage'

export interface DemoPerson {
  readonly name: string
  readonly password: string
  readonly roles: readonly Role[]
  readonly region: string | null
}

const CAST = [
  { part: 'operator', name: '周敏', roles: ['operator'], region: null },
  { part: 'developer', name: '林可', roles: ['developer'], region: null },
  { part: 'reviewer', name: '陈默', roles: ['reviewer'], region: null },
  { part: 'secondReviewer', name: '苏晴', roles: ['reviewer'], region: null },
  { part: 'authority', name: '何岚', roles: ['authority'], region: null },
  { part: 'regionalAuthority', name: '王海', roles: ['authority'], region: 'CN-GD' },
] as const

export type Part = (typeof CAST)[number]['part']

export interface Cast {
  readonly users: Readonly<Record<Part, User>>
  /** In order of the cast, for printing. */
  readonly people: readonly DemoPerson[]
}

export async function castPeople(storage: Storage, now: number): Promise<Cast> {
  const users: Partial<Record<Part, User>> = {}
  const people: DemoPerson[] = []
  for (const { part, ...wanted } of CAST) {
    const password = randomBytes(9).toString('base64url')
    const user = await addUnderFreeName(storage, { ...wanted, password }, now)
    users[part] = user
    people.push({ ...wanted, name: user.name, password })
  }
  return { users: users as Record<Part, User>, people }
}

/** An operator may have made an account before; a name that is taken gets a number. */
async function addUnderFreeName(storage: Storage, person: DemoPerson, now: number): Promise<User> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? person.name : `${person.name}${number}`
    try {
      return await storage.users.create({ ...person, name }, now)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'USER_ALREADY_EXISTS')) throw error
    }
  }
}
