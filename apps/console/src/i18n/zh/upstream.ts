/** The operator's page of other checkers. */

export const upstream = {
  upstream: {
    title: '上游检测',
    lead: '哪些小程序还同时请别的检测看内容，两边有多一致。在小程序页面设置。',
    toApps: '到小程序页面设置',
    empty: '没有小程序使用上游检测。',
    circuit: { closed: '正常', open: '暂停请求' },
    agreed: '{{count}} 条都有答复，一致 {{share}}。',
    unanswered: '另有 {{count}} 条没有得到答复。',
    ours: '我方',
    theirs: '对方',
    count: '条数',
    none: '无答复',
    sounds: {
      off: '音频不送检：未设置推送。',
      on: '音频送检，答复推送到 {{path}}（{{mode}}），最多等 {{minutes}} 分钟。',
      came: '近七天推送：采用 {{taken}}，早到 {{early}}，重复 {{repeated}}，不认识 {{unknown}}，其他事件 {{other}}。',
      waiting: '{{count}} 条音频在等答复',
    },
  },
}
