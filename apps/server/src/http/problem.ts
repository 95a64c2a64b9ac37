/**
 * Turns whatever went wrong into an answer of the native interface.
 *
 * Every code has its HTTP status here, so a code that is added to the catalogue does not compile
 * until it has one. Foreign errors become `INTERNAL`: their text stays in the log.
 *
 * Source: RFC 9457, Problem Details for HTTP APIs — https://www.rfc-editor.org/rfc/rfc9457
 */

import { STATUS_CODES } from 'node:http'
import { type AppError, ERRORS, type ErrorCode, type ErrorDetails } from '@fangxing/contract'
import type { Language } from './language.ts'

export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  REQUEST_MALFORMED: 400,
  REQUEST_TOO_LARGE: 413,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  ORIGIN_REFUSED: 403,
  SIGN_IN_FAILED: 401,
  FIRST_RUN_LINK_USED: 403,
  APP_NOT_FOUND: 404,
  APP_ALREADY_EXISTS: 409,
  USER_ALREADY_EXISTS: 409,
  USER_NOT_FOUND: 404,
  LAST_OWNER: 409,
  RELEASE_NOT_FOUND: 404,
  ASSESSMENT_NOT_READY: 404,
  RETRO_SCAN_NOT_FOUND: 404,
  TRIAL_NOT_FOUND: 404,
  TRIAL_RUNS: 409,
  POLICY_EDITION_NOT_FOUND: 404,
  PERSON_NOT_FOUND: 404,
  LAST_OPERATOR: 409,
  TERM_NOT_FOUND: 404,
  LEXICON_EDITION_NOT_FOUND: 404,
  PROJECT_FILE_MALFORMED: 400,
  CHECK_NOT_FOUND: 404,
  CASE_NOT_FOUND: 404,
  PROPOSAL_NOT_FOUND: 404,
  PROPOSAL_WITHOUT_EFFECT: 422,
  SECOND_PERSON_NEEDED: 403,
  UPSTREAM_MISSING: 409,
  PUSH_REFUSED: 403,
  NOTICE_NOT_FOUND: 404,
  DELIVERY_NOT_FOUND: 404,
  TEMPLATE_NOT_FOUND: 404,
  MEDIA_NOT_FOUND: 404,
  CATEGORY_REQUEST_NOT_FOUND: 404,
  CALLBACK_MISSING: 409,
  CALLBACK_REFUSED: 422,
  EVENT_NOT_ALLOWED: 409,
  CLOCK_WENT_BACK: 503,
  WITHDRAW_QUOTA_USED: 429,
  EXPEDITE_REFUSED: 409,
  EXPEDITE_QUOTA_USED: 429,
  FILING_PROFILE_EXISTS: 409,
  STALE_FENCE: 409,
  ALREADY_IN_REVIEW: 409,
  CONCURRENT_CHANGE: 409,
  CATEGORY_NOT_ALLOWED: 422,
  UGC_DECLARATION_MISSING: 422,
  PACKAGE_TOO_LARGE: 413,
  PACKAGE_EXPANDS_TOO_FAR: 422,
  PACKAGE_PATH_UNSAFE: 422,
  PACKAGE_UNREADABLE: 422,
  PACKAGE_HAS_TOO_MANY_FILES: 422,
  PACKAGE_HAS_LINK: 422,
  PACKAGE_NAME_REPEATED: 422,
  PACKAGE_ENCRYPTED: 422,
  PACKAGE_ASSESSMENT_CRASHED: 422,
  MANIFEST_MISSING: 422,
  MANIFEST_MALFORMED: 422,
  TEXT_TOO_LONG: 413,
  TEXT_NOT_UTF8: 400,
  FILE_TOO_LARGE: 413,
  FILE_NOT_FOUND: 404,
  FILE_UNREADABLE: 500,
  FILE_UNWRITABLE: 500,
  LEXICON_MALFORMED: 422,
  SAMPLES_MALFORMED: 422,
  TEXT_MODEL_MALFORMED: 422,
  TEXT_MODEL_MISMATCHED: 409,
  TEXT_MODEL_NOT_FOUND: 404,
  MATERIAL_NOT_FOUND: 404,
  MATERIAL_UNANSWERED: 422,
  MATERIAL_MALFORMED: 422,
  BROWSER_MISSING: 503,
  RATE_LIMITED: 429,
  CLOCK_NOT_SIMULATED: 409,
  INSTANCE_NOT_EMPTY: 409,
  ROUTE_NOT_FOUND: 404,
  STORAGE_UNAVAILABLE: 503,
  STORAGE_LOCKED: 503,
  STORAGE_TOO_NEW: 503,
  STORAGE_CANNOT_START: 503,
  SERVER_UNREACHABLE: 503,
  SERVER_ANSWER_UNKNOWN: 502,
  SETTING_MALFORMED: 500,
  CREDENTIALS_MISSING: 401,
  CREDENTIALS_REFUSED: 401,
  PORT_IN_USE: 500,
  RECORD_BROKEN: 500,
  INTERNAL: 500,
}

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ErrorCode
  readonly detail: string
  readonly details: ErrorDetails
  readonly requestId: string
}

export function toProblem(error: AppError, language: Language, requestId: string): Problem {
  const status = HTTP_STATUS[error.code]
  return {
    type: `urn:fangxing:error:${error.code}`,
    title: STATUS_CODES[status] ?? error.code,
    status,
    code: error.code,
    detail: ERRORS[error.code][language],
    details: error.details,
    requestId,
  }
}
