/** People of the console, their sessions and the first run. */

import { ROLES } from '@fangxing/storage'
import { z } from 'zod'
import { moment } from './parts.ts'

export const MIN_PASSWORD_LENGTH = 10

const name = z.string().trim().min(1).max(64)

/** Long rather than odd: no rule about digits or signs. The upper end bounds the hash's work. */
const password = z
  .string()
  .min(MIN_PASSWORD_LENGTH)
  .max(256)
  .describe(`At least ${MIN_PASSWORD_LENGTH} characters.`)

const region = z
  .string()
  .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/)
  .describe('ISO 3166-2. A person of the authority sees this region only.')

const role = z.enum(ROLES)

export const user = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: z.array(role),
    region: z.string().nullable(),
    createdAt: moment,
    frozenAt: moment.nullish().describe('Since when they may not come in.'),
  })
  .meta({ id: 'User' })

export const userDraft = z.object({
  name,
  password,
  roles: z.array(role).min(1).max(ROLES.length),
  region: region.nullish(),
})

/** What is absent stays as it is. */
export const userChange = z.strictObject({
  roles: z.array(role).min(1).max(ROLES.length).optional(),
  region: region.nullish(),
  frozen: z.boolean().optional(),
  password: password.optional(),
})

export const users = z.object({ items: z.array(user) })

/** Wrong length is a wrong password here: the answer must not say which accounts are old. */
export const credentials = z.object({ name: z.string().max(256), password: z.string().max(256) })

export const session = z.object({ user })

export const firstRunState = z.object({ open: z.boolean() })

export const firstRun = z.object({ token: z.string().min(1).max(256), name, password })
