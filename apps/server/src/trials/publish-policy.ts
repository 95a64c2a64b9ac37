/**
 * Makes a check policy the live one, as an edition with who and why; and goes back to an earlier one.
 *
 * The first change also keeps, as an edition of its own, what was live before editions were kept, so
 * that it can be gone back to.
 */

import { AppError } from '@fangxing/contract'
import type { PolicyEdition } from '@fangxing/storage'
import type { StoredPolicy } from '../check-policy/index.ts'
import type { Author } from '../lexicon/change-lexicon.ts'
import type { Ports } from '../ports.ts'

type Needed = Pick<Ports, 'storage' | 'checkPolicy' | 'clock'>

export async function publishPolicy(
  ports: Needed,
  policy: StoredPolicy,
  { by, note }: Author,
  restores: number | null = null,
): Promise<PolicyEdition> {
  await assertAppsExist(ports, policy)
  const { checkPolicies } = ports.storage
  const at = ports.clock.now()
  const isFirst = (await checkPolicies.list({ limit: 1 })).items.length === 0
  if (isFirst) {
    const before = await ports.checkPolicy.stored()
    await checkPolicies.publish({ at, by, note: null, restores: null, policy: before })
  }
  const edition = await checkPolicies.publish({ at, by, note, restores, policy })
  await ports.checkPolicy.change(policy)
  return edition
}

export async function rollBackPolicy(
  ports: Needed,
  number: number,
  author: Author,
): Promise<PolicyEdition> {
  const found = await ports.storage.checkPolicies.find(number)
  if (found === null) throw new AppError('POLICY_EDITION_NOT_FOUND', { edition: number })
  return publishPolicy(ports, found.policy as StoredPolicy, author, number)
}

async function assertAppsExist({ storage }: Needed, { apps }: StoredPolicy): Promise<void> {
  for (const appid of Object.keys(apps)) {
    if ((await storage.apps.find(appid)) === null) throw new AppError('APP_NOT_FOUND', { appid })
  }
}
