/**
 * `cloud.openapi` in the shape of wx-server-sdk: a cloud function keeps its lines and asks your
 * own server.
 *
 * Arguments and results are in camel case; success has `errCode` 0 and an `errMsg` that ends with
 * `:ok`; everything else is thrown with the server's number as `errCode`, as that SDK does.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/openapi/openapi.html
 */

import { ClientError } from './errors.ts'
import { openTransport } from './transport.ts'
import type { ClientOptions } from './types.ts'

export type CloudArguments = Readonly<Record<string, unknown>>
export type CloudResult = Readonly<Record<string, unknown>> & {
  readonly errCode: 0
  readonly errMsg: string
}

export interface CloudPicture {
  readonly contentType: string
  readonly value: Uint8Array
}

export interface CloudOpenApi {
  readonly security: {
    msgSecCheck(given: CloudArguments): Promise<CloudResult>
    imgSecCheck(given: { readonly media: CloudPicture }): Promise<CloudResult>
    mediaCheckAsync(given: CloudArguments): Promise<CloudResult>
  }
  readonly riskControl: {
    getUserRiskRank(given: CloudArguments): Promise<CloudResult>
  }
}

export class CloudError extends Error {
  override readonly name = 'CloudError'
  readonly errCode: number
  readonly errMsg: string

  constructor(errCode: number, errMsg: string, options?: ErrorOptions) {
    super(errMsg, options)
    this.errCode = errCode
    this.errMsg = errMsg
  }
}

/** What wx-server-sdk has for a call that did not reach WeChat. */
const NOT_REACHED = -1

export function createCloudOpenApi(options: ClientOptions): CloudOpenApi {
  const { call } = openTransport(options)

  async function ask(name: string, path: string, body: string | FormData): Promise<CloudResult> {
    try {
      const { errcode, errmsg, ...rest } = await call(path, body)
      return { ...(toCamel(rest) as object), errCode: 0, errMsg: `openapi.${name}:ok` }
    } catch (error) {
      if (!(error instanceof ClientError)) throw error
      const code = typeof error.code === 'number' ? error.code : NOT_REACHED
      const said = `openapi.${name}:fail ${error.message}`
      throw new CloudError(code, said, { cause: error })
    }
  }
  const askJson = (name: string, path: string, given: CloudArguments) =>
    ask(name, path, JSON.stringify(toSnake(given)))

  return {
    security: {
      msgSecCheck: (given) => askJson('security.msgSecCheck', '/wxa/msg_sec_check', given),
      mediaCheckAsync: (given) =>
        askJson('security.mediaCheckAsync', '/wxa/media_check_async', given),
      async imgSecCheck({ media: { contentType, value } }) {
        const form = new FormData()
        form.set('media', new Blob([new Uint8Array(value)], { type: contentType }), 'picture')
        return ask('security.imgSecCheck', '/wxa/img_sec_check', form)
      },
    },
    riskControl: {
      getUserRiskRank: (given) =>
        askJson('riskControl.getUserRiskRank', '/wxa/getuserriskrank', given),
    },
  }
}

/** Names only: values stay as they are. */
function toSnake(given: CloudArguments): CloudArguments {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
}

function toCamel(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toCamel)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name === 'errcode'
        ? 'errCode'
        : name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()),
      toCamel(item),
    ]),
  )
}
