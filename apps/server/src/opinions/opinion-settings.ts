/** What the operator configures of the model that is asked about meaning; given as a value. */

import { AppError } from '@fangxing/contract'

export interface OpinionModel {
  readonly url: string
  readonly model: string
  readonly key?: string | undefined
}

/**
 * FANGXING_OPINION_URL, the address of an OpenAI-compatible endpoint up to `/v1`, FANGXING_OPINION_MODEL
 * and FANGXING_OPINION_KEY. Null when no address is given. Throws SETTING_MALFORMED.
 */
export function readOpinionEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): OpinionModel | null {
  const { FANGXING_OPINION_URL: url, FANGXING_OPINION_MODEL: model } = env
  const { FANGXING_OPINION_KEY: key } = env
  if (!url) return null
  if (!URL.canParse(url)) throw malformed(`FANGXING_OPINION_URL is no address: ${url}`)
  if (!model) throw malformed('FANGXING_OPINION_URL is set, FANGXING_OPINION_MODEL is not')
  return { url, model, ...(key ? { key } : {}) }
}

function malformed(because: string): AppError {
  return new AppError('SETTING_MALFORMED', { because })
}
