/** Who an app belongs to, on the wire. */

import { MEMBER_PARTS } from '@fangxing/storage'
import { z } from 'zod'
import { id, moment } from './parts.ts'

const part = z
  .enum(MEMBER_PARTS)
  .describe('An owner says who the members are and renews secrets; both see the app and act on it.')

export const member = z
  .object({
    userId: z.string(),
    name: z.string(),
    part,
    addedBy: z.string().describe('Empty when an upgrade did.'),
    addedAt: moment,
  })
  .meta({ id: 'Member' })

const memberChange = z.object({
  name: z.string(),
  part: part.nullable().describe('Null: removed.'),
  by: z.string(),
  at: moment,
})

export const members = z.object({
  items: z.array(member),
  canChange: z.boolean().describe('Whether the caller may invite, remove and hand over.'),
  changes: z.array(memberChange).describe('The latest hundred, newest first.'),
})

export const invitation = z.object({
  name: z.string().trim().min(1).max(60).describe('The name that the developer signs in with.'),
  part: part.default('member'),
})

export const newOwner = z.object({ userId: id })
