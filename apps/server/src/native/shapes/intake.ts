/** What a submission brings along, as the native interface shows it: media, templates, categories. */

import { z } from 'zod'
import { category, id, moment, note } from './parts.ts'

export const templateDraft = z.object({
  releaseId: id.describe('Whose package it is.'),
  description: note.default(''),
})

export const template = z.object({
  id: z.number().int().describe('What WeChat clients call template_id.'),
  releaseId: z.string(),
  version: z.string(),
  description: z.string(),
  createdBy: z.string(),
  createdAt: moment,
})

export const templates = z.object({ items: z.array(template) })

const certificate = z.object({
  name: z.string(),
  mediaId: z.string(),
  expiresAt: moment.nullable().describe('Null: it does not end.'),
})

export const categoryRequest = z.object({
  id: z.number().int(),
  appid: z.string(),
  category,
  status: z.enum(['reviewing', 'rejected', 'passed']),
  reason: z.string(),
  certificates: z.array(certificate),
  requestedAt: moment,
  decidedAt: moment.nullable(),
  decidedBy: z.string().nullable(),
})

export const categoryRequests = z.object({ items: z.array(categoryRequest) })

export const categoryRejection = z.object({ reason: z.string().trim().min(1).max(500) })

const media = z.object({
  id: z.string(),
  kind: z.enum(['image', 'video', 'sound']),
  type: z.string(),
  bytes: z.number().int(),
  purpose: z.enum(['preview', 'feedback']),
  createdAt: moment,
})

export const mediaOfRelease = z.object({ items: z.array(media) })
