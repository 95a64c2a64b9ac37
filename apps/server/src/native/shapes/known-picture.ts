/** A picture that people have seen before, by the hash of what it looks like. */

import { z } from 'zod'
import { moment } from './parts.ts'

const draft = {
  bits: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('PDQ hash, 64 hexadecimal digits.'),
  bank: z.string().min(1).max(64),
  label: z.string().min(1).max(64).describe('A label number, or a word of your own.'),
  kind: z.enum(['allow', 'deny']),
}

export const knownPicture = z
  .object({ id: z.number().int(), ...draft, addedBy: z.string(), addedAt: moment })
  .meta({ id: 'KnownPicture' })

/** By hash, or as a picture that a check has kept. */
export const knownPictureDraft = z.union([
  z.strictObject(draft),
  z.strictObject({ ...draft, bits: z.undefined().optional(), mediaId: z.string().max(64) }),
])

export const bankCsv = z.object({ csv: z.string().max(100_000_000) })

export const bankImport = z.object({
  added: z.number().int(),
  known: z.number().int().describe('Were there already.'),
  skipped: z.number().int().describe('Of another kind of hash, or without an opinion.'),
  refused: z.array(z.number().int()).describe('Lines that are no hash.'),
})
