/** Reads a form with one package and a few fields: `multipart/form-data`, bounded, whole or refused. */

import { AppError } from '@fangxing/contract'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { packageLimits } from '../archive/index.ts'

interface Parts {
  readonly archive: Buffer | undefined
  readonly texts: Readonly<Record<string, unknown>>
}

export async function readPackageForm<Form extends z.ZodType>(
  request: FastifyRequest,
  form: Form,
): Promise<{ readonly archive: Buffer; readonly fields: z.output<Form> }> {
  if (!request.isMultipart()) {
    throw new AppError('REQUEST_MALFORMED', { because: 'not multipart/form-data' })
  }
  const { archive, texts } = await readParts(request).catch(refuseBrokenForm)
  if (archive === undefined) {
    throw new AppError('REQUEST_MALFORMED', { fields: ['package: missing'] })
  }
  return { archive, fields: parseFields(form, texts) }
}

/** The value, or REQUEST_MALFORMED with every field that is not as it should be. */
export function parseFields<Form extends z.ZodType>(form: Form, value: unknown): z.output<Form> {
  const parsed = form.safeParse(value)
  if (parsed.success) return parsed.data
  const fields = parsed.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`)
  throw new AppError('REQUEST_MALFORMED', { fields })
}

/** Reads to the end; a file that was cut off, by the sender or by the limit, is refused. */
async function readParts(request: FastifyRequest): Promise<Parts> {
  let archive: Buffer | undefined
  const texts: Record<string, unknown> = {}
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      texts[part.fieldname] = part.value
      continue
    }
    if (part.fieldname !== 'package' || archive !== undefined) {
      throw new AppError('REQUEST_MALFORMED', { fields: [`unexpected file: ${part.fieldname}`] })
    }
    archive = await part.toBuffer()
    if (part.file.truncated) {
      throw new AppError('PACKAGE_TOO_LARGE', { maxBytes: packageLimits.maxArchiveBytes })
    }
  }
  return { archive, texts }
}

/** The parser reports a form that breaks off as a plain error; only the sender can cause it. */
function refuseBrokenForm(error: Error): never {
  if (error instanceof AppError || 'code' in error) throw error
  throw new AppError('REQUEST_MALFORMED', { because: error.message }, { cause: error })
}
