/**
 * The numbers of WeChat's interface that this server answers with, each with the page that has it.
 *
 * Clients compare numbers and never texts; our `errmsg` says in English what was met. A documented
 * number that is not here cannot occur: what it stands for does not exist on this platform, and the
 * README says of each why.
 */

const DEV = 'https://developers.weixin.qq.com/miniprogram/dev'
const CODE = 'https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management'

const TOKEN_PAGE = `${DEV}/OpenApiDoc/mp-access-token/getAccessToken.html`
const STABLE_TOKEN_PAGE = `${DEV}/OpenApiDoc/mp-access-token/getStableAccessToken.html`
const TEXT_CHECK_PAGE = `${DEV}/OpenApiDoc/sec-center/sec-check/msgSecCheck.html`
const TEXT_CHECK_V1_PAGE = `${DEV}/framework/security.msgSecCheck-v1.html`
const PICTURE_CHECK_PAGE = `${DEV}/framework/security.imgSecCheck.html`
const MEDIA_CHECK_PAGE = `${DEV}/OpenApiDoc/sec-center/sec-check/mediaCheckAsync.html`
const COMMIT_PAGE = `${CODE}/code-management/api_commit.html`
const SUBMIT_PAGE = `${CODE}/code-management/api_submitaudit.html`
const MEDIA_PAGE = `${CODE}/code-management/api_uploadmediatocodeaudit.html`
const STATUS_PAGE = `${CODE}/code-management/api_getauditstatus.html`
const LATEST_STATUS_PAGE = `${CODE}/code-management/api_getlatestauditstatus.html`
const WITHDRAW_PAGE = `${CODE}/code-management/api_undoaudit.html`
const RELEASE_PAGE = `${CODE}/code-management/api_release.html`
const ROLL_BACK_PAGE = `${CODE}/code-management/api_revertcoderelease.html`
const GRAY_PAGE = `${CODE}/code-management/api_grayrelease.html`
const SPEED_UP_PAGE = `${CODE}/code-management/api_speedupcodeaudit.html`
const ADD_CATEGORY_PAGE = `${CODE}/category-management/api_addcategory.html`
const MODIFY_CATEGORY_PAGE = `${CODE}/category-management/api_modifycategory.html`
const DELETE_CATEGORY_PAGE = `${CODE}/category-management/api_deletecategory.html`
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
  40004: { errmsg: 'the media is of another kind, or of none', source: MEDIA_CHECK_PAGE },
  40005: { errmsg: 'the bytes are of no kind that is taken', source: MEDIA_PAGE },
  40006: { errmsg: 'the file or its picture is over the limit', source: MEDIA_PAGE },
  40007: { errmsg: 'a media id is unknown or expired', source: GLOBAL_PAGE },
  40013: { errmsg: 'no app has this appid', source: TOKEN_PAGE },
  40014: { errmsg: 'access_token does not have the form of a token', source: GLOBAL_PAGE },
  40066: { errmsg: 'this path is not served', source: GLOBAL_PAGE },
  40097: { errmsg: 'a parameter has no allowed value', source: ROLL_BACK_PAGE },
  40125: { errmsg: 'the secret is not the one of this app', source: TOKEN_PAGE },
  40129: { errmsg: 'scene must be 1, 2, 3 or 4', source: TEXT_CHECK_PAGE },
  40164: { errmsg: 'tokens are not given to this address', source: TOKEN_PAGE },
  40243: { errmsg: 'the secret is frozen', source: TOKEN_PAGE },
  41001: { errmsg: 'access_token is missing', source: GLOBAL_PAGE },
  41002: { errmsg: 'appid is missing', source: STABLE_TOKEN_PAGE },
  41004: { errmsg: 'secret is missing', source: TOKEN_PAGE },
  41005: { errmsg: 'the form holds no file with bytes', source: MEDIA_PAGE },
  42001: { errmsg: 'access_token expired', source: GLOBAL_PAGE },
  43002: { errmsg: 'POST is required', source: TEXT_CHECK_PAGE },
  43104: { errmsg: 'the openid is of another app', source: TEXT_CHECK_PAGE },
  44002: { errmsg: 'the body is empty', source: TEXT_CHECK_PAGE },
  44991: { errmsg: 'the limit of this minute is reached', source: TEXT_CHECK_PAGE },
  45002: { errmsg: 'the text is longer than the limit', source: GLOBAL_PAGE },
  45009: { errmsg: 'the daily limit is reached', source: STABLE_TOKEN_PAGE },
  45011: { errmsg: 'too soon after the last call, try again later', source: STABLE_TOKEN_PAGE },
  47001: { errmsg: 'the body cannot be parsed or lacks a parameter', source: TEXT_CHECK_PAGE },
  50004: { errmsg: 'this app may not have tokens', source: TOKEN_PAGE },
  50007: { errmsg: 'this app is frozen', source: TOKEN_PAGE },
  53300: { errmsg: 'no more categories can be added this month', source: ADD_CATEGORY_PAGE },
  53301: { errmsg: 'the app holds as many categories as it may', source: ADD_CATEGORY_PAGE },
  53302: { errmsg: 'the category is closed to this kind of subject', source: ADD_CATEGORY_PAGE },
  53303: { errmsg: 'a category or certificate is not in order', source: ADD_CATEGORY_PAGE },
  53304: { errmsg: 'the app has or asked for this category', source: ADD_CATEGORY_PAGE },
  53306: { errmsg: 'only certificates can be modified', source: MODIFY_CATEGORY_PAGE },
  53307: { errmsg: 'only a rejected category can be modified', source: MODIFY_CATEGORY_PAGE },
  53308: { errmsg: 'a category in review cannot be deleted', source: DELETE_CATEGORY_PAGE },
  53311: { errmsg: 'the category needs certificates', source: ADD_CATEGORY_PAGE },
  61010: { errmsg: 'the user has not visited within two hours', source: TEXT_CHECK_PAGE },
  61040: { errmsg: 'a location interface is used and not declared', source: SUBMIT_PAGE },
  85006: { errmsg: 'tag: at most 10, each at most 20 characters', source: SUBMIT_PAGE },
  85007: { errmsg: 'address is no page of the package', source: SUBMIT_PAGE },
  85008: { errmsg: 'the category is not in the table or not registered', source: SUBMIT_PAGE },
  85009: { errmsg: 'a version is in review already', source: SUBMIT_PAGE },
  85010: { errmsg: 'an item lacks first_class or second_class', source: SUBMIT_PAGE },
  85011: { errmsg: 'title: at most 32 characters', source: SUBMIT_PAGE },
  85012: { errmsg: 'no submission of this app has this auditid', source: STATUS_PAGE },
  85013: { errmsg: 'ext_json does not have the expected form', source: COMMIT_PAGE },
  85014: { errmsg: 'no template has this template_id', source: COMMIT_PAGE },
  85019: { errmsg: 'no version is in review or approved', source: RELEASE_PAGE },
  85020: { errmsg: 'the state of the version does not allow this', source: RELEASE_PAGE },
  85023: { errmsg: 'item_list: 1 to 5 items', source: SUBMIT_PAGE },
  85043: { errmsg: 'the package of the template cannot be used', source: COMMIT_PAGE },
  85044: { errmsg: 'the package is larger than the limit', source: COMMIT_PAGE },
  85045: { errmsg: 'ext_json names a page that the template lacks', source: COMMIT_PAGE },
  85046: { errmsg: 'a page of tabBar is not among the pages', source: COMMIT_PAGE },
  85047: { errmsg: 'ext_json leaves no page', source: COMMIT_PAGE },
  85048: { errmsg: 'ext_json is no JSON', source: COMMIT_PAGE },
  85051: { errmsg: 'version_desc or feedback_info is too long', source: SUBMIT_PAGE },
  85058: { errmsg: 'nothing was submitted yet', source: LATEST_STATUS_PAGE },
  85077: { errmsg: 'the category or its certificate is no longer valid', source: SUBMIT_PAGE },
  85079: { errmsg: 'no version is online', source: GRAY_PAGE },
  85080: { errmsg: 'no version has passed its review', source: GRAY_PAGE },
  85081: { errmsg: 'gray_percentage: a whole number from 0 to 100', source: GRAY_PAGE },
  85082: { errmsg: 'gray_percentage must be higher than before', source: GRAY_PAGE },
  85085: { errmsg: 'no submissions are left this month', source: SUBMIT_PAGE },
  85086: { errmsg: 'there is no uploaded version to submit', source: SUBMIT_PAGE },
  85092: { errmsg: 'preview_info is malformed or names an unknown media id', source: SUBMIT_PAGE },
  85093: { errmsg: 'preview: 5 videos, 10 pictures; feedback: 5', source: SUBMIT_PAGE },
  85094: { errmsg: 'ugc_declare is required for this category', source: SUBMIT_PAGE },
  85310: { errmsg: 'requiredPrivateInfos is no list of known names', source: COMMIT_PAGE },
  85311: { errmsg: 'requiredPrivateInfos: fuzzy or exact, not both', source: COMMIT_PAGE },
  86001: { errmsg: 'there is no uploaded version, or it cannot be read', source: SUBMIT_PAGE },
  87011: { errmsg: 'a gray release is running', source: ROLL_BACK_PAGE },
  87012: { errmsg: 'this version cannot be rolled back', source: ROLL_BACK_PAGE },
  87013: { errmsg: 'no withdrawals are left (5 a day, 10 a month)', source: WITHDRAW_PAGE },
  87014: { errmsg: 'risky content', source: TEXT_CHECK_V1_PAGE },
  87015: { errmsg: 'not judged in time, try a smaller one', source: PICTURE_CHECK_PAGE },
  87020: { errmsg: 'this file waits to be checked already', source: MEDIA_CHECK_PAGE },
  89401: { errmsg: 'the machine is looking at it, try again', source: SPEED_UP_PAGE },
  89402: { errmsg: 'this submission does not wait for a reviewer', source: SPEED_UP_PAGE },
  89403: { errmsg: 'a filing cannot be sped up: ask the authority', source: SPEED_UP_PAGE },
  89404: { errmsg: 'this submission was sped up already', source: SPEED_UP_PAGE },
  89405: { errmsg: 'no speed-ups are left this month', source: SPEED_UP_PAGE },
} as const satisfies Record<number, WechatCode>

export type WechatNumber = keyof typeof WECHAT_CODES
