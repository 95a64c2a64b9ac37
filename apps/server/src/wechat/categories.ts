/**
 * Which categories there are and which an app has: `/wxa/get_category` and, under
 * `/cgi-bin/wxopen/`, `getallcategories`, `getcategoriesbytype`, `getcategory`.
 *
 * A category that was registered in the console counts as passed. Source: §4 of
 * https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/category-management/api_getsettingcategories.html
 */

import type { Category } from '@fangxing/contract'
import { type Holder, holderOf, isSameCategory, monthStart } from '@fangxing/release'
import type { CategoryRequest, HeldCategories } from '@fangxing/storage'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { currentProfile } from '../use-cases/filing-profile.ts'
import { appOf, getAppOf } from './access-token.ts'
import { numbersOf, toTree } from './category-tree.ts'
import { type Fields, readBody, requirePost, sendOk } from './dialect.ts'
import { readNumber } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

/** As in the page's own example: five additions a month, twenty categories in all. */
export const MAX_ADDED_PER_MONTH = 5
export const MAX_CATEGORIES = 20

const STATUS = { reviewing: 1, rejected: 2, passed: 3 } as const

/** `verify_type`: 0 person, 1 enterprise, 2 media, 3 government, 4 other organisation. */
const HOLDERS: readonly Holder[] = [
  'individual',
  'organisation',
  'organisation',
  'organisation',
  'organisation',
]

export function registerCategories(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/get_category',
    async handler(request, reply) {
      const { categories } = await getAppOf(ports, request)
      return sendOk(reply, { category_list: categories.map(toItem) })
    },
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/cgi-bin/wxopen/getallcategories',
    async handler(request, reply) {
      const { subject } = await getAppOf(ports, request)
      return sendOk(reply, { categories_list: await treeFor(ports, holderOf(subject)) })
    },
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/cgi-bin/wxopen/getcategoriesbytype',
    async handler(request, reply) {
      await appOf(ports, request)
      requirePost(request)
      const holder = readHolder(readBody(request))
      return sendOk(reply, { categories_list: await treeFor(ports, holder) })
    },
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/cgi-bin/wxopen/getcategory',
    async handler(request, reply) {
      const held = await ports.storage.categoryRequests.held(await appOf(ports, request))
      return sendOk(reply, {
        categories: toHeld(held),
        limit: MAX_ADDED_PER_MONTH,
        quota: leftThisMonth(held, ports.clock.now()),
        category_limit: MAX_CATEGORIES,
      })
    },
  })
}

export function leftThisMonth({ requestedAt }: HeldCategories, now: number): number {
  const since = monthStart(now)
  return Math.max(0, MAX_ADDED_PER_MONTH - requestedAt.filter((at) => at >= since).length)
}

/** What an app asked for and does not have: a passed request whose category is gone counts for nothing. */
export function openRequests({ categories, requests }: HeldCategories): readonly CategoryRequest[] {
  return requests.filter(
    ({ status, category }) =>
      status !== 'passed' && !categories.some((one) => isSameCategory(one, category)),
  )
}

function toHeld(held: HeldCategories): readonly object[] {
  return [
    ...held.categories.map((category) => toEntry(category, STATUS.passed, '')),
    ...openRequests(held).map(({ category, status, reason }) =>
      toEntry(category, STATUS[status], reason),
    ),
  ]
}

function toEntry(category: Category, audit_status: number, audit_reason: string): object {
  const { first, second } = numbersOf(category)
  return {
    first,
    first_name: category.first,
    second,
    second_name: category.second,
    audit_status,
    audit_reason,
  }
}

function toItem(category: Category): object {
  const { first, second } = numbersOf(category)
  return {
    first_class: category.first,
    second_class: category.second,
    first_id: first,
    second_id: second,
  }
}

async function treeFor(ports: Ports, holder: Holder): Promise<object> {
  return toTree(await currentProfile(ports, ports.clock.now()), holder)
}

function readHolder({ verify_type }: Fields): Holder {
  const holder = HOLDERS[readNumber(verify_type) ?? -1]
  if (holder === undefined) throw new WechatRefusal(40097)
  return holder
}
