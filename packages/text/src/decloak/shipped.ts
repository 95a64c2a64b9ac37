/** The shipped de-cloaker, loaded when first asked for, as its language model is some megabytes. */

import { decodeBytes } from '../classify/base64.ts'
import { type Decloaker, openDecloaker } from './decloak.ts'
import { readLanguageModel } from './language-model.ts'

export async function loadShippedDecloaker(): Promise<Decloaker> {
  const { BYTES } = await import('./language.generated.ts')
  return openDecloaker(readLanguageModel(decodeBytes(BYTES)))
}
