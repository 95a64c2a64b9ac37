/**
 * Licences that the platform asks for with a category, for the filed categories and their
 * neighbours. Each entry of a list is one way to qualify; `+` joins what must come together.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/product/material/ as read on 2026-07-30.
 */

const AUDIOVISUAL = '信息网络传播视听节目许可证'
const PRODUCTION = '广播电视节目制作经营许可证'
const GOVERNMENT = '统一社会信用代码 + 情况说明函件（政府主体）'
const NETWORK_CULTURE = '网络文化经营许可证'
const TELECOM = '增值电信业务经营许可证（含互联网信息服务业务）'
const PLATFORM_RECORD = '全国网络视听平台信息登记管理系统备案'

const NEWS = ['互联网新闻信息服务许可证']
const BROADCAST = [
  AUDIOVISUAL,
  PRODUCTION,
  '广播电视频道许可证（电视台）',
  '广播电视节目播出机构许可证（电视台）',
  GOVERNMENT,
  '事业单位法人证书 + 主管部门许可文件（事业单位）',
]
const USER_CONTENT = [
  '非经营性互联网信息服务备案核准',
  '统一社会信用代码证（机构类型为机关，政府主体）',
]

export const LICENCES: Readonly<Record<string, readonly string[]>> = {
  '时政信息-时政信息': [
    ...NEWS,
    '非经营性互联网信息服务备案核准 + 统一社会信用代码证（机构类型为机关）',
  ],
  '文娱-其他视频': BROADCAST,
  '文娱-视频广场': [...BROADCAST, `${PLATFORM_RECORD}（企业主体）`],
  '文娱-电台': [AUDIOVISUAL, PRODUCTION],
  '文娱-音乐': [AUDIOVISUAL, `${NETWORK_CULTURE}（含音乐娱乐产品）`],
  '文娱-资讯广场': NEWS,
  '社交-陌生人交友': [TELECOM],
  '社交-熟人交友': [TELECOM],
  '社交-婚恋': [TELECOM],
  '社交-社区/论坛': USER_CONTENT,
  '社交-笔记': USER_CONTENT,
  '社交-问答': USER_CONTENT,
  '社交-直播': [AUDIOVISUAL, PLATFORM_RECORD, GOVERNMENT],
  '社交-直播表演': [AUDIOVISUAL, GOVERNMENT, `${NETWORK_CULTURE}（含网络表演）`],
  '社交-直播答题': [AUDIOVISUAL],
}
