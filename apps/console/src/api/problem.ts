/**
 * A refusal of the server as a value: RFC 9457 problem details, or what stands in for them when
 * there was no answer or an answer of another kind.
 */

import { ERRORS, type ErrorCode, type Wording } from '@fangxing/contract'
import type { ProblemDetails } from './types.ts'

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly problem: ProblemDetails

  constructor(problem: ProblemDetails) {
    super(problem.detail || problem.title)
    this.problem = problem
  }
}

export const UNREACHABLE: ProblemDetails = {
  title: 'unreachable',
  status: 0,
  code: 'UNREACHABLE',
  detail: '',
  requestId: null,
}

/** Total: any body becomes a problem, since a proxy before the server may answer in its own words. */
export function parseProblem(status: number, body: unknown): ProblemDetails {
  if (!isRecord(body)) return { ...UNREACHABLE, title: `HTTP ${status}`, status, code: 'INTERNAL' }
  return {
    title: textOf(body.title) ?? `HTTP ${status}`,
    status,
    code: isErrorCode(body.code) ? body.code : 'INTERNAL',
    detail: textOf(body.detail) ?? '',
    requestId: textOf(body.requestId) ?? null,
    ...(isRecord(body.details) ? { details: body.details } : {}),
  }
}

/** The published sentence of a code; null for what never reached the server. */
export function sentenceOf(code: ProblemDetails['code']): Wording | null {
  return code === 'UNREACHABLE' ? null : ERRORS[code]
}

/** The values a problem is about, one line each, as text. */
export function detailLines({ details = {} }: ProblemDetails): readonly string[] {
  return Object.entries(details)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
