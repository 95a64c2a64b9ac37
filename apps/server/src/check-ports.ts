/** What checks need besides the storage and the lexicon, put together for a process. */

import { openMeter, openPolicyShelf } from './check-policy/index.ts'
import { type MediaEngine, openMediaEngine } from './media-checks/media-engine.ts'
import { openPictureBank } from './media-checks/picture-bank.ts'
import type { Ports } from './ports.ts'
import { openModelShelf } from './text-models/model-shelf.ts'
import { openTrialShelf } from './trials/trial-shelf.ts'
import { openUpstreamShelf } from './upstream/upstream-shelf.ts'

export async function openCheckPorts(
  { storage, wallClock, log }: Pick<Ports, 'storage' | 'wallClock' | 'log'>,
  media: MediaEngine = openMediaEngine(),
): Promise<
  Pick<
    Ports,
    | 'checkPolicy'
    | 'meter'
    | 'trials'
    | 'classifier'
    | 'models'
    | 'media'
    | 'pictureBank'
    | 'upstreams'
  >
> {
  const models = await openModelShelf({ storage, log })
  const pictureBank = openPictureBank(storage.knownPictures)
  await pictureBank.refresh()
  return {
    checkPolicy: openPolicyShelf(storage.settings),
    meter: openMeter(storage.quotas, wallClock),
    trials: openTrialShelf(),
    classifier: models.classifier,
    models,
    media,
    pictureBank,
    upstreams: await openUpstreamShelf({ storage, wallClock, log }),
  }
}
