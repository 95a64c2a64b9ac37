/**
 * The numbers of WeChat's interface that this server answers with, each with the page that has it.
 *
 * Clients compare numbers and never texts; our `errmsg` says in English what was met. A documented
 * number that is not here cannot occur: what it stands for does not exist on this platform.
 */

const TOKEN_PAGE =
  'https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getAccessToken.html'
const STABLE_TOKEN_PAGE =
  'https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html'
const TEXT_CHECK_PAGE =
  'https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html'
const TEXT_CHECK_V1_PAGE =
  'https://developers.weixin.qq.com/miniprogram/dev/framework/security.msgSecCheck-v1.html'
const SUBMIT_PAGE =
  'https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_submitaudit.html'
const STATUS_PAGE =
  'https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_getauditstatus.html'
const LATEST_STATUS_PAGE =
  'https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_getlatestauditstatus.html'
const WITHDRAW_PAGE =
  'https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_undoaudit.html'
const RELEASE_PAGE =
  'https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_release.html'
const GLOBAL_PAGE =
  'https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html'

export interface WechatCode {
  readonly errmsg: string
  /** The page that defines the number. */
  readonly source: string
}

export const WECHAT_CODES = {
  [-1]: { errmsg: 'system error, try again', source: GLOBAL_PAGE },
  40001: { errmsg: 'access_token is unknown or a later one replaced it', source: TEXT_CHECK_PAGE },
  40002: { errmsg: 'grant_type must be client_credential', source: TOKEN_PAGE },
  40003: { errmsg: 'openid is missing or malformed', source: TEXT_CHECK_PAGE },
  40013: { errmsg: 'no app has this appid', source: TOKEN_PAGE },
  40014: { errmsg: 'access_token does not have the form of a token', source: GLOBAL_PAGE },
  40066: { errmsg: 'this path is not served', source: GLOBAL_PAGE },
  40125: { errmsg: 'the secret is not the one of this app', source: TOKEN_PAGE },
  40129: { errmsg: 'scene must be 1, 2, 3 or 4', source: TEXT_CHECK_PAGE },
  41001: { errmsg: 'access_token is missing', source: GLOBAL_PAGE },
  41002: { errmsg: 'appid is missing', source: STABLE_TOKEN_PAGE },
  41004: { errmsg: 'secret is missing', source: TOKEN_PAGE },
  42001: { errmsg: 'access_token expired', source: GLOBAL_PAGE },
  43002: { errmsg: 'POST is required', source: TEXT_CHECK_PAGE },
  44002: { errmsg: 'the body is empty', source: TEXT_CHECK_PAGE },
  45002: { errmsg: 'the text is longer than the limit', source: GLOBAL_PAGE },
  45009: { errmsg: 'the daily limit is reached', source: STABLE_TOKEN_PAGE },
  45011: { errmsg: 'too soon after the last call, try again later', source: STABLE_TOKEN_PAGE },
  47001: { errmsg: 'the body cannot be parsed or lacks a parameter', source: TEXT_CHECK_PAGE },
  85006: { errmsg: 'tag: at most 10, each at most 20 characters', source: SUBMIT_PAGE },
  85007: { errmsg: 'address is no page of the package', source: SUBMIT_PAGE },
  85008: { errmsg: 'the category is not in the table or not registered', source: SUBMIT_PAGE },
  85009: { errmsg: 'a version is in review already', source: SUBMIT_PAGE },
  85010: { errmsg: 'an item lacks first_class or second_class', source: SUBMIT_PAGE },
  85011: { errmsg: 'title: at most 32 characters', source: SUBMIT_PAGE },
  85012: { errmsg: 'no submission of this app has this auditid', source: STATUS_PAGE },
  85019: { errmsg: 'no version is in review or approved', source: RELEASE_PAGE },
  85020: { errmsg: 'the state of the version does not allow this', source: RELEASE_PAGE },
  85023: { errmsg: 'item_list: 1 to 5 items', source: SUBMIT_PAGE },
  85051: { errmsg: 'version_desc or feedback_info is too long', source: SUBMIT_PAGE },
  85058: { errmsg: 'nothing was submitted yet', source: LATEST_STATUS_PAGE },
  85086: { errmsg: 'there is no uploaded version to submit', source: SUBMIT_PAGE },
  85092: { errmsg: 'preview_info is malformed or names an unknown media id', source: SUBMIT_PAGE },
  85094: { errmsg: 'ugc_declare is required for this category', source: SUBMIT_PAGE },
  86001: { errmsg: 'the uploaded version cannot be read', source: SUBMIT_PAGE },
  87013: { errmsg: 'no withdrawals are left (5 a day, 10 a month)', source: WITHDRAW_PAGE },
  87014: { errmsg: 'risky content', source: TEXT_CHECK_V1_PAGE },
} as const satisfies Record<number, WechatCode>

export type WechatNumber = keyof typeof WECHAT_CODES
