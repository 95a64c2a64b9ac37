/** What filing will ask of a version before it is submitted, and what an app has left. */

import { z } from 'zod'
import { place } from './judgement.ts'
import { categories, category, id, moment, wording } from './parts.ts'
import { withdrawQuota } from './release.ts'

/** Which categories a plan is made for; the app's own when absent. */
const declared = z.array(category).max(20)

/** Instead of a package: one that was uploaded already. */
export const planOfRelease = z.object({ releaseId: id, categories: declared.optional() })

/** Beside the package in a form, where every field is a text. */
export const planForm = z.object({
  categories: z
    .string()
    .max(16_384)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' })
        return z.NEVER
      }
    })
    .pipe(declared)
    .optional(),
})

const evidence = {
  ruleId: z.string(),
  title: wording,
  places: z.array(place),
}

export const filingPlan = z
  .object({
    edition: z.string().describe('Of the filing profile.'),
    categories: categories.describe('Declared, and those to add: submit with these.'),
    files: categories.describe('These file, all in one filing.'),
    filedBefore: categories,
    closedToSubject: categories,
    unknown: categories,
    promised: z.boolean(),
    licences: z.array(z.object({ category, anyOf: z.array(z.string()) })),
    launchPromisedAt: moment
      .nullable()
      .describe('From when a launch can be counted on, were the review passed now.'),
    addNow: z.array(
      z.object({ ...evidence, anyOf: categories, add: category.nullable(), files: z.boolean() }),
    ),
    answered: z.array(z.object({ ...evidence, anyOf: categories })),
    unsure: z.array(z.object({ ...evidence, anyOf: categories, because: wording.nullable() })),
    ugcDeclarationNeeded: z.boolean(),
  })
  .meta({ id: 'FilingPlan' })

export const quotas = z.object({
  withdraw: withdrawQuota,
  expedite: z.object({ month: z.number().int(), nextAt: moment }),
})

export const rollBackTargets = z.object({
  items: z.array(z.object({ id, version: z.string(), launchedAt: moment.nullable() })),
})
