/**
 * A list of materials, one a line, and what servers answer to the pages of a mini-program.
 *
 * A line is an address or path as a JSON string, or `{"target": …, "manifest"?, "page"?, "answers"?}`;
 * paths are relative to the list. What is neither stops the reading with its number.
 */

import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { AppError } from '@fangxing/contract'
import type { DeclaredAnswer } from '@fangxing/page'
import { declaredAnswers } from '@fangxing/server'
import { z } from 'zod'
import type { NamedMaterial } from './named-material.ts'

const MOST_LINES = 100_000

const named = z.strictObject({
  target: z.string().min(1),
  manifest: z.string().optional(),
  page: z.string().optional(),
  answers: z.string().optional(),
})
const line = z.union([
  z
    .string()
    .min(1)
    .transform((target) => ({ target })),
  named,
])

export async function readList(file: string): Promise<readonly NamedMaterial[]> {
  const lines = (await readText(file)).split(/\r?\n/)
  if (lines.length > MOST_LINES) {
    throw new AppError('FILE_TOO_LARGE', { file, lines: lines.length, mostLines: MOST_LINES })
  }
  return lines.flatMap((text, at): NamedMaterial[] => {
    if (text.trim() === '') return []
    const read = line.safeParse(parse(text, { file, line: at + 1 }))
    if (!read.success) throw malformed({ file, line: at + 1 }, read.error)
    return [beside(file, read.data)]
  })
}

/** Paths of the list are relative to it; addresses are what they are. */
function beside(
  list: string,
  { target, manifest, page, answers: said }: NamedMaterial,
): NamedMaterial {
  const at = (path: string) => resolve(dirname(list), path)
  return {
    target: /^https?:\/\//i.test(target) ? target : at(target),
    ...(manifest === undefined ? {} : { manifest: at(manifest) }),
    ...(page === undefined ? {} : { page }),
    ...(said === undefined ? {} : { answers: at(said) }),
  }
}

export async function readAnswers(file: string): Promise<readonly DeclaredAnswer[]> {
  const read = declaredAnswers.safeParse(parse(await readText(file), { file }))
  if (!read.success) throw malformed({ file }, read.error)
  return read.data
}

interface Spot {
  readonly file: string
  readonly line?: number
}

function parse(text: string, spot: Spot): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('MATERIAL_MALFORMED', { ...spot, because: String(cause) }, { cause })
  }
}

function malformed(spot: Spot, { issues: [issue] }: z.ZodError): AppError {
  return new AppError('MATERIAL_MALFORMED', {
    ...spot,
    field: issue?.path.join('.') ?? '',
    because: issue?.message ?? '',
  })
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE'
    throw new AppError(code, { file }, { cause })
  })
}
