/**
 * Follows an address of a material once and says what is there: open, gone, sold out, unreachable.
 *
 * Goes only where the policy allows; reads a bounded beginning of the page. A page that answers 200
 * and says that its goods are gone counts as gone (a soft 404).
 */

import type { Place, SeenLink } from '@fangxing/contract'
import { type AddressPolicy, OutboundTrouble, openPinned, readBody } from '../outbound/index.ts'

const TIMEOUT_MS = 10_000
const MAX_BYTES = 512 * 1024
const MAX_REDIRECTS = 5
const GONE_STATUS = [404, 410]

const GONE =
  /(?:商品|页面|内容)(?:已)?(?:下架|不存在|失效|删除)|已下架|找不到(?:该|此)?(?:商品|页面)|404 not found/i
const SOLD_OUT = /已?售罄|已抢光|暂时?缺货|库存不足|无货|sold out|out of stock/i
const PRICE = /(?:[¥￥]|"price"\s*:\s*"?)\s?(\d+(?:\.\d{1,2})?)/

export interface LinkToFollow {
  readonly address: string
  readonly card: string | null
  readonly place: Place
}

export async function followLink(
  { address, card, place }: LinkToFollow,
  addresses: AddressPolicy,
): Promise<SeenLink> {
  const link = { address, card, place }
  try {
    const opened = await openPinned(address, {
      addresses,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
      maxRedirects: MAX_REDIRECTS,
    })
    const { status } = opened
    const { bytes } = await readBody(opened)
    return { ...link, ...describePage(status, new TextDecoder().decode(bytes)) }
  } catch (error) {
    const measured = error instanceof OutboundTrouble ? error.code : 'UNREACHABLE'
    const outcome = NOT_FOLLOWED.includes(measured) ? 'unknown' : 'unreachable'
    return { ...link, outcome, status: null, title: null, price: null, measured }
  }
}

/** Refused by our own policy: nothing is known of the page. */
const NOT_FOLLOWED: readonly string[] = ['URL_REFUSED', 'ADDRESS_REFUSED']

export function describePage(
  status: number,
  html: string,
): Pick<SeenLink, 'outcome' | 'status' | 'title' | 'price' | 'measured'> {
  const words = html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
  const title = /<title[^>]*>([^<]{1,200})/i.exec(html)?.[1]?.trim() ?? null
  const price = PRICE.exec(words)?.[1] ?? null
  const page = { status, title, price }
  if (GONE_STATUS.includes(status)) return { ...page, outcome: 'gone', measured: String(status) }
  if (status >= 400) return { ...page, outcome: 'unreachable', measured: String(status) }
  const gone = GONE.exec(words)?.[0]
  if (gone !== undefined) return { ...page, outcome: 'gone', measured: gone }
  const soldOut = SOLD_OUT.exec(words)?.[0]
  if (soldOut !== undefined) return { ...page, outcome: 'soldOut', measured: soldOut }
  return { ...page, outcome: 'opens', measured: String(status) }
}
