/**
 * Reads the head of a text check as most clients send it, and nothing else.
 *
 * What it takes, any reader of HTTP reads alike: POST to the one path with a token and nothing else
 * in the query, HTTP/1.1, each header once and on one line, a host, a body of a known length within
 * the limit, nothing that asks for another transfer or another use of the connection. Everything
 * else is null: it is for Node's own reader, which knows broken and hostile requests.
 *
 * Source: RFC 9112 (message syntax), RFC 9110 §5.5 and §5.6.2 (fields, tokens).
 */

import { BODY_LIMIT, TEXT_CHECK } from './text-check.ts'

export interface PlainHead {
  readonly url: string
  readonly token: string
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Of the body, in bytes. */
  readonly length: number
}

/** Nothing in the token that would have to be decoded. */
const FIRST_LINE = new RegExp(
  `^POST (${TEXT_CHECK.replaceAll('/', '\\/')}\\?access_token=([\\w.~-]+)) HTTP\\/1\\.1$`,
)
/** A token of visible ASCII, a colon, a value without control characters between blanks. */
const FIELD =
  /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?[ \t]*$/
const LENGTH = /^[1-9]\d{0,9}$/

/** Each may change how long a message is, or what the connection is used for. */
const NOT_PLAIN = ['transfer-encoding', 'expect', 'upgrade', 'proxy-connection', 'trailer']

const PLAIN_TYPE = 'application/json'

/** Whether a body of this declared type and length, in bytes, is JSON within the limit. */
export function isPlainBody(type: string | undefined, length: number): boolean {
  return length > 0 && length <= BODY_LIMIT && (type === undefined || type.startsWith(PLAIN_TYPE))
}

/** Without the empty line at its end; a character for each byte. */
export function parsePlainHead(head: string): PlainHead | null {
  const [first = '', ...lines] = head.split('\r\n')
  const [, url, token] = FIRST_LINE.exec(first) ?? []
  const headers = parseFields(lines)
  if (url === undefined || token === undefined || headers === null) return null
  const { host, connection = 'keep-alive', 'content-type': type } = headers
  const digits = headers['content-length'] ?? ''
  const isPlain =
    host !== undefined &&
    LENGTH.test(digits) &&
    isPlainBody(type, Number(digits)) &&
    connection.toLowerCase() === 'keep-alive' &&
    NOT_PLAIN.every((name) => headers[name] === undefined)
  return isPlain ? { url, token, headers, length: Number(digits) } : null
}

/** Null for a line that is no field, and for a name that stands there twice. */
function parseFields(lines: readonly string[]): Record<string, string> | null {
  const headers: Record<string, string> = Object.create(null)
  for (const line of lines) {
    const [, name, value = ''] = FIELD.exec(line) ?? []
    if (name === undefined || headers[name.toLowerCase()] !== undefined) return null
    headers[name.toLowerCase()] = value
  }
  return headers
}
