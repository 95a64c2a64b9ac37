/**
 * `item_list` of a submission: which page stands for which category, with tags and a title.
 *
 * Categories are taken by their names; ids are not published and change, so any id will do.
 */

import type { Category } from '@fangxing/contract'
import { readList, readObject, readText } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

const MAX_ITEMS = 5
const MAX_TAGS = 10
const MAX_TAG_LENGTH = 20
const MAX_TITLE_LENGTH = 32

export interface Item {
  readonly category: Category
  /** A page of the package. */
  readonly address: string | undefined
}

/** Empty when the list is absent: the app's own categories then count. */
export function readItems(value: unknown): readonly Item[] {
  const list = readList(value)
  if (list === undefined) return []
  if (list.length < 1 || list.length > MAX_ITEMS) throw new WechatRefusal(85023)

  const items = list.map(readItem)
  return items.filter(
    ({ category: { first, second } }, index) =>
      index ===
      items.findIndex(({ category }) => category.first === first && category.second === second),
  )
}

function readItem(value: unknown): Item {
  const item = readObject(value)
  const first = readText(item?.first_class)
  const second = readText(item?.second_class)
  if (item === undefined || first === undefined || second === undefined) {
    throw new WechatRefusal(85010)
  }
  const tags = (readText(item.tag) ?? '').split(/\s+/).filter((tag) => tag !== '')
  if (tags.length > MAX_TAGS || tags.some((tag) => [...tag].length > MAX_TAG_LENGTH)) {
    throw new WechatRefusal(85006)
  }
  if ([...(readText(item.title) ?? '')].length > MAX_TITLE_LENGTH) throw new WechatRefusal(85011)
  return { category: { first, second }, address: readText(item.address) }
}
