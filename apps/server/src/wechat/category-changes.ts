/**
 * An app asks for categories, corrects what was rejected, gives one back:
 * `/cgi-bin/wxopen/addcategory`, `modifycategory`, `deletecategory`.
 *
 * A category that needs no certificates is granted at once; others wait for an operator
 * (`/v1/category-requests`). The limits hold whoever asks at the same moment.
 */

import type { Category } from '@fangxing/contract'
import {
  type FilingProfile,
  holderOf,
  isSameCategory,
  type ProfileCategory,
} from '@fangxing/release'
import type { CategoryChange, Certificate, HeldCategories } from '@fangxing/storage'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { currentProfile } from '../use-cases/filing-profile.ts'
import { getAppOf } from './access-token.ts'
import { leftThisMonth, MAX_CATEGORIES, openRequests } from './categories.ts'
import { type CategoryNumbers, needsCertificates, numbersOf } from './category-tree.ts'
import { assertMediaUsable, readCertificates } from './certificates.ts'
import { type Fields, readBody, requirePost, sendOk } from './dialect.ts'
import { readList, readNumber, readObject } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

interface Asked {
  readonly row: ProfileCategory
  readonly certificates: readonly Certificate[]
}

export function registerCategoryChanges(app: App, ports: Ports): void {
  const add = (name: string, change: typeof addCategories) => {
    app.route({
      method: ['GET', 'POST'],
      url: `/cgi-bin/wxopen/${name}`,
      handler: (request, reply) => change(ports, request, reply),
    })
  }
  add('addcategory', addCategories)
  add('modifycategory', modifyCategory)
  add('deletecategory', deleteCategory)
}

async function addCategories(
  ports: Ports,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { appid, subject } = await getAppOf(ports, request)
  requirePost(request)
  const list = readList(readBody(request).categories) ?? []
  if (list.length === 0) throw new WechatRefusal(53303)
  const now = ports.clock.now()
  const profile = await currentProfile(ports, now)
  const asked = list.map((item) => readAsked(profile, item))

  const holder = holderOf(subject)
  if (asked.some(({ row }) => !row.openTo.includes(holder))) throw new WechatRefusal(53302)
  const lacks = ({ row, certificates }: Asked) =>
    needsCertificates(row) && certificates.length === 0
  if (asked.some(lacks)) throw new WechatRefusal(53311)
  await assertMediaUsable(
    ports,
    appid,
    asked.flatMap(({ certificates }) => certificates),
  )
  await ports.storage.categoryRequests.change(appid, (held) => toAddition(held, asked, now), now)
  return sendOk(reply)
}

function toAddition(held: HeldCategories, asked: readonly Asked[], now: number): CategoryChange {
  const open = openRequests(held).map(({ category }) => category)
  const taken: Category[] = [...held.categories, ...open]
  for (const { row } of asked) {
    if (taken.some((category) => isSameCategory(category, row))) throw new WechatRefusal(53304)
    taken.push(row)
  }
  if (taken.length > MAX_CATEGORIES) throw new WechatRefusal(53301)
  if (asked.length > leftThisMonth(held, now)) throw new WechatRefusal(53300)
  return {
    ask: asked.map(({ row, certificates }) => ({
      category: { first: row.first, second: row.second },
      certificates,
      status: needsCertificates(row) ? 'reviewing' : 'passed',
    })),
  }
}

async function modifyCategory(
  ports: Ports,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { appid } = await getAppOf(ports, request)
  requirePost(request)
  const now = ports.clock.now()
  const { row, certificates } = readAsked(await currentProfile(ports, now), readBody(request))
  if (certificates.length === 0) throw new WechatRefusal(53311)
  await assertMediaUsable(ports, appid, certificates)
  await ports.storage.categoryRequests.change(
    appid,
    (held) => {
      const open = openRequests(held).find(({ category }) => isSameCategory(category, row))
      if (open?.status === 'rejected') return { askAgain: { id: open.id, certificates } }
      const isHeld = held.categories.some((category) => isSameCategory(category, row))
      // Another category than the app ever asked for: that would change the ids, not the documents.
      throw new WechatRefusal(isHeld || open !== undefined ? 53307 : 53306)
    },
    now,
  )
  return sendOk(reply)
}

async function deleteCategory(
  ports: Ports,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { appid } = await getAppOf(ports, request)
  requirePost(request)
  const wanted = readNumbers(readBody(request))
  await ports.storage.categoryRequests.change(
    appid,
    (held) => {
      const open = openRequests(held).find(({ category }) => areNumbersOf(category, wanted))
      if (open?.status === 'reviewing') throw new WechatRefusal(53308)
      // Also one that has left the table meanwhile.
      const giveBack =
        open?.category ?? held.categories.find((category) => areNumbersOf(category, wanted))
      if (giveBack === undefined) throw new WechatRefusal(53303)
      return { giveBack }
    },
    ports.clock.now(),
  )
  return sendOk(reply)
}

/** Throws 53303 for numbers that are not in the tree. */
function readAsked(profile: FilingProfile, value: unknown): Asked {
  const fields: Fields = readObject(value) ?? {}
  const wanted = readNumbers(fields)
  const row = profile.categories.find((category) => areNumbersOf(category, wanted))
  if (row === undefined) throw new WechatRefusal(53303)
  // Later pages of the documentation spell it right.
  const certificates = readCertificates(fields.certicates ?? fields.certificates)
  return { row, certificates }
}

function readNumbers(fields: Fields): CategoryNumbers {
  const first = readNumber(fields.first)
  const second = readNumber(fields.second)
  if (first === undefined || second === undefined) throw new WechatRefusal(53303)
  return { first, second }
}

function areNumbersOf(category: Category, { first, second }: CategoryNumbers): boolean {
  const numbers = numbersOf(category)
  return numbers.first === first && numbers.second === second
}
