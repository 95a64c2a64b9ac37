/** An answer of the dialect that is not a success: one of the documented numbers. */

import { WECHAT_CODES, type WechatNumber } from './codes.ts'

export class WechatRefusal extends Error {
  override readonly name = 'WechatRefusal'
  readonly errcode: WechatNumber

  constructor(errcode: WechatNumber) {
    super(WECHAT_CODES[errcode].errmsg)
    this.errcode = errcode
  }
}
