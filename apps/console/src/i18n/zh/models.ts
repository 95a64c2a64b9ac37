/** The text model's editions. */

export const models = {
  models: {
    title: '文本模型',
    lead: '用自己审过的样本教模型：先在留存的检测上试，再发布；随时退回。每条检测都写明由哪一版判定。',
    live: '正在判定',
    notApplied: '这一版基于另一版出厂模型，未启用；现由出厂模型判定。请用原样本重新训练后发布。',
    shippedName: '出厂模型',
    backToShipped: '退回到出厂模型（版本 0）',
    candidate: '试用并发布一个模型',
    howTo:
      '在命令行训练：fangxing train --from-server --out ours.fxmodel.json。它用已复核、文本仍留存的单子作样本。',
    choose: '选择模型文件',
    chosen: '已选：{{name}}',
    unreadable: '这个文件不是 JSON。',
    attempt: '先试一试',
    attempting: '现行 {{live}}，候选 {{candidate}}',
    publish: '发布',
    published: '版本 {{number}} 已生效',
    publishConfirm: '所有进程随即用它判定，不停顿。可随时退回。',
    editions: '历次版本',
    noEditions: '还没有发布过，一直由出厂模型判定。',
    figures: '{{count}} 条样本，五折：macro-F1 {{before}} → {{after}}',
    label: '标签',
    samples: '样本',
    before: '出厂判对',
    after: '训练后判对',
  },
}
