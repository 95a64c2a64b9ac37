/** The shipped de-cloaker, loaded when first asked for, as its models are some megabytes. */

import { decodeBytes } from '../classify/base64.ts'
import { readCommonness } from './commonness.ts'
import { readContextNetwork } from './context-network.ts'
import { openContextReader } from './context-reading.ts'
import { type Decloaker, openDecloaker } from './decloak.ts'
import { readLanguageModel } from './language-model.ts'
import { readLures } from './lures.ts'

export async function loadShippedDecloaker(): Promise<Decloaker> {
  const { BYTES } = await import('./language.generated.ts')
  const { BYTES: NETWORK } = await import('./context.generated.ts')
  const { LURES, WEIGHTS } = await import('./lures.generated.ts')
  const { ORDINARY_WORDS } = await import('../words/ordinary-words.generated.ts')
  const language = readLanguageModel(decodeBytes(BYTES))
  const network = readContextNetwork(decodeBytes(NETWORK))
  return openDecloaker({
    language,
    lures: readLures(LURES),
    common: readCommonness(ORDINARY_WORDS),
    read: openContextReader(network),
    weights: WEIGHTS,
  })
}
