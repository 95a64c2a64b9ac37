/** One text check ahead of the framework: what was asked, and what its answer says in headers. */

import type { IncomingHttpHeaders } from 'node:http'
import type { HeaderSink } from '../check-policy/index.ts'
import { makeRequestId } from '../http/request-id.ts'
import type { Ports } from '../ports.ts'
import { CONTENT_TYPE, toErrorText } from './dialect.ts'
import { type AskedText, answerText } from './text-check.ts'

export interface Letter {
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly token: string
  readonly body: Buffer
}

export class TextVisit implements AskedText, HeaderSink {
  readonly method = 'POST'
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly query: object
  readonly body: Buffer
  /** Names and values in turn. */
  readonly told: string[] = ['content-type', CONTENT_TYPE, 'x-content-type-options', 'nosniff']
  private name: string | null = null

  constructor({ url, headers, token, body }: Letter) {
    this.url = url
    this.headers = headers
    this.query = { access_token: token }
    this.body = body
  }

  /** Of the request; made when a refusal or the log names it. */
  get id(): string {
    this.name ??= makeRequestId()
    return this.name
  }

  header(name: string, value: string): void {
    this.told.push(name, value)
  }
}

/** Tells the answer as JSON, refusals too: never throws. */
export function answerVisit(ports: Ports, visit: TextVisit, tell: (json: string) => void): void {
  const refuse = (error: unknown) => tell(toErrorText(ports.log, visit, error))
  try {
    answerText(ports, visit, visit).then(tell, refuse)
  } catch (error) {
    refuse(error)
  }
}
