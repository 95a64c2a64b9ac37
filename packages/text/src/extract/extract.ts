/**
 * Finds what leads out of a text: phone numbers, accounts, addresses, cards, amounts.
 *
 * Answers by start, then end; offsets in the original. Numbers may be written in any digits and
 * parted by signs; cards and identity numbers count only when their check digit is right.
 * O(length): every pattern is bounded. Does not say whether any of it is allowed.
 */

import { isBankCard, isIdentityNumber } from './check-digits.ts'
import { digitRuns } from './digit-runs.ts'
import { type PlainCharacters, toPlainCharacters } from './plain-characters.ts'

export const EXTRACT_KINDS = [
  'phone',
  'landline',
  'bankCard',
  'identityNumber',
  'email',
  'url',
  'wechatId',
  'qqNumber',
  'inviteCode',
  'shareToken',
  'money',
] as const

export type ExtractKind = (typeof EXTRACT_KINDS)[number]

export interface Extract {
  readonly kind: ExtractKind
  /** In plain form: digits only, lower case, dots as dots. */
  readonly value: string
  readonly start: number
  readonly end: number
  readonly matched: string
}

const MOST_SIGNS = 2
/** A mobile number of mainland China, the country code aside. */
const MOBILE = /^(?:86)?(1[3-9]\d{9})$/

/** A local part, an at-sign in one of its disguises, labels parted by dots. */
const EMAIL =
  /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64} ?(?:@|[([{【]at[)\]}】]|#at#) ?[a-z0-9-]{1,63}(?: ?(?:\.|点|。) ?[a-z0-9-]{1,63}){1,4}/g
/** Labels parted by dots however written, the last one a known ending; then an optional path. */
const URL_PATTERN =
  /(?<![a-z0-9-])(?:https?: ?\/\/)?(?:[a-z0-9-]{1,63} ?(?:\.|点|。|\[dot\]|\(dot\)| dot ) ?){1,5}(?:com|cn|net|org|top|xyz|cc|vip|info|shop|app|me|io|tv|site|online|club|link|live|icu|ltd|wang|work|ink|pro|asia|mobi|biz)(?![a-z0-9])(?:[/?#][\w\-./?%&=#~+]{0,200})?/g
/** A name for WeChat, at most a few signs, an id: a letter, then 5 to 19 letters, digits, - or _. */
const WECHAT =
  /(?:微信|薇信|威信|徽信|v信|weixin|wechat|vx|wx|加v|\+v)(?:号|id)?[\s:：是为=→>、,，()（）【】]{0,6}([a-z][a-z0-9_-]{5,19})(?![a-z0-9_-])/g
/** A name for QQ, at most a few signs, 5 to 11 digits. */
const QQ =
  /(?:qq|扣扣|企鹅|球球|抠抠|q群|群)(?:群|号|号码)?[\s:：是为=→>、,，()（）【】]{0,6}([1-9]\d{4,10})(?!\d)/g
const INVITE = /(?:邀请|推荐|口令|兑换)码?[\s:：是为=]{0,4}([a-z0-9]{4,16})(?![a-z0-9])/g
/** Area code and number, 400 and 800 numbers; or a short public number after a word for calling. */
const LANDLINE =
  /(?<![\d.-])(?:0(?:10|2\d|[3-9]\d{2})[- ]?[2-8]\d{6,7}|[48]00[- ]?\d{3,4}[- ]?\d{3,4}|(?<=(?:电话|热线|拨打|致电|客服)[\s::]{0,3})1\d{2}(?:\d{2})?|(?<=(?:电话|热线|拨打|致电|客服)[\s::]{0,3})9\d{4})(?![\d-])/g
/** What shops' apps read from the clipboard: letters and digits between two money signs or brackets. */
const SHARE_TOKEN = /([¥$€£])[a-z0-9]{8,13}\1/g
/** A currency sign before, or a unit after; never a bare number. */
const MONEY =
  /(?:[¥$€£] ?\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,2})?(?:万|亿|k|w)?|\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,2})?(?:万|亿|千)?(?:元|块钱|块|rmb|美元|美金|刀))/g

export function extract(text: string): readonly Extract[] {
  const plain = toPlainCharacters(text)
  const extracts = [
    ...numbersIn(text, plain),
    ...matchesOf(text, plain, 'email', EMAIL, 0, toAddress),
    ...matchesOf(text, plain, 'url', URL_PATTERN, 0, toAddress),
    ...matchesOf(text, plain, 'wechatId', WECHAT, 1),
    ...matchesOf(text, plain, 'qqNumber', QQ, 1),
    ...matchesOf(text, plain, 'inviteCode', INVITE, 1),
    ...matchesOf(text, plain, 'landline', LANDLINE, 0, toDigits),
    ...matchesOf(text, plain, 'shareToken', SHARE_TOKEN, 0),
    ...matchesOf(text, plain, 'money', MONEY, 0),
  ]
  return withoutInner(extracts).sort((one, other) => one.start - other.start || one.end - other.end)
}

/** Two signs may part a number; where that joins two numbers, each is taken as it stands. */
function numbersIn(text: string, plain: PlainCharacters): readonly Extract[] {
  const joined = numbersOf(text, plain, MOST_SIGNS)
  const apart = numbersOf(text, plain, 0)
  return [...joined, ...apart.filter((one) => !isInside(joined, one))]
}

function numbersOf(text: string, plain: PlainCharacters, mostSigns: number): readonly Extract[] {
  return digitRuns(plain, mostSigns).flatMap(({ digits, first, last }) => {
    const kind = kindOfNumber(digits)
    if (kind === undefined) return []
    const value = kind === 'phone' ? (MOBILE.exec(digits)?.[1] ?? digits) : digits
    return [toExtract(text, plain, kind, value, first, last)]
  })
}

function kindOfNumber(digits: string): ExtractKind | undefined {
  if (MOBILE.test(digits)) return 'phone'
  if (isIdentityNumber(digits)) return 'identityNumber'
  return isBankCard(digits) ? 'bankCard' : undefined
}

function matchesOf(
  text: string,
  plain: PlainCharacters,
  kind: ExtractKind,
  pattern: RegExp,
  group: number,
  toValue: (matched: string) => string = (matched) => matched,
): readonly Extract[] {
  return Array.from(plain.text.matchAll(pattern), (match) => {
    const matched = match[group] ?? ''
    const first = match.index + match[0].lastIndexOf(matched)
    return toExtract(text, plain, kind, toValue(matched), first, first + matched.length - 1)
  })
}

function toExtract(
  text: string,
  { starts, ends }: PlainCharacters,
  kind: ExtractKind,
  value: string,
  first: number,
  last: number,
): Extract {
  const start = starts[first] as number
  const end = ends[last] as number
  return { kind, value, start, end, matched: text.slice(start, end) }
}

function toDigits(matched: string): string {
  return matched.replace(/\D/g, '')
}

function toAddress(matched: string): string {
  return matched
    .replace(/\s*(?:点|。|\[dot\]|\(dot\)|\bdot\b)\s*/g, '.')
    .replace(/\s*(?:[([{【]at[)\]}】]|#at#)\s*/g, '@')
    .replace(/\s/g, '')
}

/** An address for mail is not also the host inside it. */
function withoutInner(extracts: readonly Extract[]): Extract[] {
  const emails = extracts.filter(({ kind }) => kind === 'email')
  return extracts.filter((one) => one.kind !== 'url' || !isInside(emails, one))
}

/** Whether one of `wholes`, which come in order and do not overlap, contains the other. */
function isInside(wholes: readonly Extract[], { start, end }: Extract): boolean {
  let low = 0
  let high = wholes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((wholes[middle] as Extract).start <= start) low = middle + 1
    else high = middle
  }
  return low > 0 && (wholes[low - 1] as Extract).end >= end
}
