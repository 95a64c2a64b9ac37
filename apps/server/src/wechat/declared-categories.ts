/**
 * Whether the categories of a submission still hold: 85008 when one is not registered for the app,
 * 85077 when it is, and has left the platform's table or one of its certificates has ended.
 */

import type { Category } from '@fangxing/contract'
import { isSameCategory, rowsOf } from '@fangxing/release'
import type { HeldCategories, App as MiniProgram } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { currentProfile } from '../use-cases/filing-profile.ts'
import { hasExpired } from './certificates.ts'
import type { Item } from './item-list.ts'
import { WechatRefusal } from './refusal.ts'

export async function assertCategoriesHold(
  ports: Ports,
  { appid, categories }: MiniProgram,
  items: readonly Item[],
): Promise<void> {
  const declared = items.length === 0 ? categories : items.map(({ category }) => category)
  const isRegistered = (category: Category) =>
    categories.some((one) => isSameCategory(one, category))
  if (declared.length === 0 || !declared.every(isRegistered)) throw new WechatRefusal(85008)

  const now = ports.clock.now()
  const profile = await currentProfile(ports, now)
  const held = await ports.storage.categoryRequests.held(appid)
  const holds = (category: Category) =>
    rowsOf(profile, category).length > 0 && !hasEnded(held, category, now)
  if (!declared.every(holds)) throw new WechatRefusal(85077)
}

/** One document that has ended is enough: they were all needed. */
function hasEnded({ requests }: HeldCategories, category: Category, now: number): boolean {
  const granted = requests.find(
    (request) => request.status === 'passed' && isSameCategory(request.category, category),
  )
  return granted?.certificates.some((certificate) => hasExpired(certificate, now)) ?? false
}
