/**
 * Why a delivery failed, in words for the developer: what was met, and what to do.
 *
 * Codes come from the senders and from `outbound`; one that is not listed is ours to explain.
 */

import type { Wording } from '@fangxing/contract'
import type { Trouble } from '@fangxing/storage'
import type { OutboundCode } from '../outbound/index.ts'

export type SenderCode =
  | 'ANSWERED'
  | 'NOT_ACKNOWLEDGED'
  | 'NOT_ECHOED'
  | 'NOT_SET'
  | 'NO_MAIL_SERVER'
  | 'MAIL_REFUSED'
  | 'MAIL_UNREACHABLE'
  | 'INTERNAL'

const WORDS: Readonly<Record<OutboundCode | SenderCode, Wording>> = {
  URL_REFUSED: {
    zh: '地址不可用：须为 http 或 https，且不含用户名和密码。',
    en: 'The address cannot be used: it must be http or https, without user name or password.',
  },
  ADDRESS_REFUSED: {
    zh: '{host} 指向内部网络，已拒绝。请换成公网地址，或请运营者放行该网段。',
    en: '{host} leads into an inner network. Use a public address, or ask the operator to allow it.',
  },
  NAME_UNKNOWN: {
    zh: '域名 {host} 解析不到，请检查拼写和 DNS。',
    en: 'The name {host} is not known. Check its spelling and the DNS.',
  },
  UNREACHABLE: {
    zh: '连不上接收方（{reason}），请检查服务、端口和证书。',
    en: 'The receiver cannot be reached ({reason}). Check its service, port and certificate.',
  },
  TOO_SLOW: {
    zh: '接收方 {timeoutMs} 毫秒内没有答复。请先答复，再处理。',
    en: 'The receiver did not answer in {timeoutMs} ms. Answer first, then do the work.',
  },
  TOO_LONG: {
    zh: '接收方的答复超过 {maxBytes} 字节，请只回复 success。',
    en: 'The answer was longer than {maxBytes} bytes. Answer with success alone.',
  },
  TOO_MANY_REDIRECTS: { zh: '重定向次数过多。', en: 'There were too many redirects.' },
  ANSWERED: {
    zh: '接收方答复了 HTTP {status}，须为 2xx；重定向不会跟随。',
    en: 'The receiver answered HTTP {status}; 2xx is needed. Redirects are not followed.',
  },
  NOT_ACKNOWLEDGED: {
    zh: '接收方的答复（{length} 字）既不是空串，也不是 success。',
    en: 'The answer ({length} characters) was neither empty nor success.',
  },
  NOT_ECHOED: {
    zh: '接收方没有原样返回 echostr，请检查 Token 和验证代码。',
    en: 'The receiver did not return echostr as it was. Check its token and its verification.',
  },
  NOT_SET: { zh: '这种回调已被删除。', en: 'This callback was removed.' },
  NO_MAIL_SERVER: {
    zh: '本平台未配置邮件服务器，请联系运营者。',
    en: 'No mail server is configured here. Ask the operator.',
  },
  MAIL_REFUSED: {
    zh: '邮件服务器拒收（{reply}），请检查收件地址。',
    en: 'The mail server refused it ({reply}). Check the address.',
  },
  MAIL_UNREACHABLE: {
    zh: '连不上邮件服务器（{reason}），请联系运营者。',
    en: 'The mail server cannot be reached ({reason}). Ask the operator.',
  },
  INTERNAL: {
    zh: '投递时发生内部错误，已记录。',
    en: 'An internal error happened while sending. It was logged.',
  },
}

export function describeTrouble({ code, details }: Trouble): Wording {
  const { zh, en } = isKnown(code) ? WORDS[code] : WORDS.INTERNAL
  const fill = (sentence: string) =>
    sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?'))
  return { zh: fill(zh), en: fill(en) }
}

function isKnown(code: string): code is keyof typeof WORDS {
  return Object.hasOwn(WORDS, code)
}
