/**
 * A pushed event as WeChat writes it: XML with strings in CDATA and bare numbers, or JSON.
 *
 * XML has no room for control characters: they are left out, and so are fields without a value. Fields
 * may hold objects and, as repeated elements, lists.
 */

import { createHash } from 'node:crypto'

export type PushValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | { readonly [name: string]: PushValue }
  | readonly PushValue[]

export type PushFields = Readonly<Record<string, PushValue>>

/** What every event begins with. Receivers know a repetition by FromUserName, CreateTime, Event. */
export function toEnvelope(
  event: string,
  at: number,
  { appid, originalId }: { readonly appid: string; readonly originalId: string },
): PushFields {
  return {
    ToUserName: originalId,
    FromUserName: senderOf(appid),
    CreateTime: Math.floor(at / 1000),
    MsgType: 'event',
    Event: event,
  }
}

/** WeChat names a person of its own here, in the form of an openid; one for each app. */
export function senderOf(appid: string): string {
  const hash = createHash('sha256').update(`sender ${appid}`).digest('base64url')
  return `o${hash.slice(0, 27)}`
}

/** In the form of WeChat's own ids, for apps that have never met WeChat. */
export function originalIdOf(appid: string): string {
  return `gh_${createHash('sha256').update(appid).digest('hex').slice(0, 12)}`
}

export function toJsonText(fields: PushFields): string {
  return JSON.stringify(fields)
}

export function toXmlText(fields: PushFields): string {
  return `<xml>${toElements(fields)}</xml>`
}

function toElements(fields: PushFields): string {
  return Object.entries(fields)
    .flatMap(([name, value]) =>
      itemsOf(value).map((item) => `<${name}>${toContent(item)}</${name}>`),
    )
    .join('')
}

type Item = string | number | boolean | PushFields

/** What a field holds, one by one: a list may hold lists. */
function itemsOf(value: PushValue): readonly Item[] {
  if (value === null || value === undefined) return []
  return isList(value) ? value.flatMap(itemsOf) : [value]
}

function isList(value: PushValue): value is readonly PushValue[] {
  return Array.isArray(value)
}

function toContent(value: Item): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object') return toElements(value)
  const text = String(value).replaceAll(NOT_IN_XML, '').replaceAll(']]>', ']]]]><![CDATA[>')
  return `<![CDATA[${text}]]>`
}

/** Source: https://www.w3.org/TR/xml/#charsets; lone surrogates are no characters either. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu
