/**
 * Elements through which a user may put in content that others could see.
 *
 * Free text only: numbers, passwords, searches, logins, addresses and the like are not content for
 * others. Whether the content goes anywhere is not decided here.
 */

import type { PublishMedium } from '@fangxing/contract'
import type { Unit } from '../package/unit.types.ts'
import type { TemplateElement } from '../template/parse-template.ts'

export interface Candidate {
  readonly element: TemplateElement
  readonly unit: Unit
  readonly medium: PublishMedium
  /** The platform itself checks what is put in here. */
  readonly isPlatformChecked: boolean
}

const TEXT_TAGS = new Set(['input', 'textarea', 'editor'])
const LIVE_TAGS = new Set(['live-pusher', 'voip-room'])
/** Library components that wrap a text input: `van-field`, `t-textarea`, `mp-input`. */
const LIBRARY_TEXT_TAG = /-(field|input|textarea|editor|easyinput)$/

const CLOSED_TYPES = new Set([
  'number',
  'digit',
  'idcard',
  'tel',
  'password',
  'safe-password',
  'date',
  'time',
])

/** Words that say what an input is for, when it is not content: Chinese for people, English in code. */
const NOT_CONTENT: readonly RegExp[] = [
  /搜索|搜一搜|查找|查询|检索|关键[字词]/,
  /密码|账号|帐号|用户名|登录|验证码|邀请码|手机|电话|号码|邮箱|身份证|学号|工号|卡号|银行卡|车牌|单号/,
  /数量|金额|价格|单价|人数|份数|重量|身高|体重|年龄|里程/,
  /收货|收件|详细地址|门牌|邮编|街道/,
  /优惠券|兑换码|链接地址|桌号|app_?id|app_?secret/i,
]
const NOT_CONTENT_IN_CODE =
  /(^|[^a-z])(search\w*|query|keywords?|passw(or)?d|pwd|account|username|captcha|verifycode|smscode|vcode|phone\w*|mobile|tel|email|idcard|amount|price|money|quantity|consignee|receiver|postcode|zipcode|coupon)([^a-z]|$)/i

/** A free line of contact, of which a telephone number is only one form. */
const CONTACT = /联系方式|微信号?|\bQQ\b/

/** Folders whose pages take no content for others. */
const NOT_CONTENT_PAGE = /(^|[/_-])(search|login|register|signin|password|address|addr)([/_-]|$)/i

export function findCandidates(unit: Unit): readonly Candidate[] {
  return unit.templates.flatMap(({ elements }) =>
    elements.flatMap((element) => {
      const medium = mediumOf(element, unit)
      if (medium === undefined) return []
      return [{ element, unit, medium, isPlatformChecked: isPlatformChecked(element) }]
    }),
  )
}

function isPlatformChecked({ tag, attributes }: TemplateElement): boolean {
  return (
    attributes['open-type'] === 'chooseAvatar' ||
    (tag === 'input' && attributes.type === 'nickname')
  )
}

function mediumOf(element: TemplateElement, unit: Unit): PublishMedium | undefined {
  const { tag, attributes } = element
  if (attributes['open-type'] === 'chooseAvatar') return 'avatar'
  if (LIVE_TAGS.has(tag)) return 'live'
  const isLibraryText = LIBRARY_TEXT_TAG.test(tag) && unit.components.get(tag) === undefined
  if (!TEXT_TAGS.has(tag) && !isLibraryText) return undefined
  if (attributes.type === 'nickname') return 'nickname'
  if (isClosed(attributes) || isNotContent(element, unit)) return undefined
  return /昵称|nick_?name/i.test(Object.values(attributes).join(' ')) ? 'nickname' : 'text'
}

function isClosed(attributes: TemplateElement['attributes']): boolean {
  const isOn = (name: string) => name in attributes && !/false|\{\{/.test(attributes[name] ?? '')
  return (
    CLOSED_TYPES.has(attributes.type ?? '') ||
    isOn('password') ||
    isOn('disabled') ||
    isOn('readonly') ||
    attributes['confirm-type'] === 'search' ||
    /^\s*(true)?\s*$/.test(attributes.hidden ?? 'no') ||
    /display:\s*none/.test(attributes.style ?? '')
  )
}

function isNotContent({ attributes }: TemplateElement, unit: Unit): boolean {
  if (NOT_CONTENT_PAGE.test(unit.path)) return true
  const words = Object.entries(attributes)
    .filter(
      ([name]) =>
        !/^(:?class|:?style|wx:|s-|v-(if|for|show|else)|:?value$|:?focus$|:?hidden$)/.test(name),
    )
    .map(([, value]) => value.replaceAll(/([a-z])([A-Z])/g, '$1 $2'))
    .join(' ')
  if (CONTACT.test(words)) return false
  return NOT_CONTENT.some((pattern) => pattern.test(words)) || NOT_CONTENT_IN_CODE.test(words)
}

const MEDIA: Readonly<Record<string, PublishMedium>> = {
  chooseImage: 'picture',
  chooseMedia: 'picture',
  chooseMessageFile: 'picture',
  chooseVideo: 'video',
  startRecord: 'audio',
  getRecorderManager: 'audio',
}

/** What a call of the platform's API brings in. */
export function mediumOfApi(api: string, chosenTypes: readonly string[]): PublishMedium {
  if (chosenTypes.length === 1 && chosenTypes[0] === 'video') return 'video'
  return MEDIA[api] ?? (api.endsWith('stopRecord') ? 'video' : 'picture')
}
