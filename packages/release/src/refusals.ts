/** Why an event was refused, in words for people. What was met, and what to do. */

import type { Wording } from '@fangxing/contract'

export const REFUSALS = {
  notInThisState: {
    zh: '当前状态下不能执行此操作。',
    en: 'This cannot happen in the current state.',
  },
  notThisRole: { zh: '当前身份无权执行此操作。', en: 'This role may not do this.' },
  clockWentBack: {
    zh: '时间早于上一条记录超过五分钟，请先校准时钟。',
    en: 'The time lies more than five minutes before the last record. Correct the clock first.',
  },
  mustFileFirst: {
    zh: '该版本含报备类目，须先进入并完成报备审核或预上线。',
    en: 'This version has filing categories: it must be filed, then passed or pre-launched, first.',
  },
  nothingToFile: {
    zh: '该版本没有待报备的类目，或已进入报备。',
    en: 'No category of this version is waiting to be filed.',
  },
  categoriesLeftOut: {
    zh: '报备须包含审核结论中列出的全部报备类目。',
    en: 'The filing must name every category that the approval said must file.',
  },
  notFiled: {
    zh: '该版本没有进行中的报备。',
    en: 'No filing of this version is open.',
  },
  nothingPromised: {
    zh: '境外非企业主体没有七日时限，也没有预上线。',
    en: 'Overseas subjects that are not enterprises have neither the seven days nor pre-launch.',
  },
  notDueYet: {
    zh: '七日尚未届满，不能预上线。',
    en: 'The seven days are not over, so there is no pre-launch yet.',
  },
  clockStands: {
    zh: '报备计时已暂停，恢复后才能预上线。',
    en: 'The clock of the filing stands. It must run again before pre-launch.',
  },
  alreadyPaused: { zh: '报备计时已经暂停。', en: 'The clock of the filing stands already.' },
  notPaused: { zh: '报备计时没有暂停。', en: 'The clock of the filing does not stand.' },
  pauseNotInPolicy: {
    zh: '本平台的计时规则不允许因此暂停。',
    en: 'The clock policy of this platform does not let the clock stand for this reason.',
  },
  auditIdUsed: {
    zh: '该审核单号已用过，请换新号。',
    en: 'This audit id was used already. Take a fresh one.',
  },
  expedited: { zh: '本次提审已加急过。', en: 'This submission was expedited already.' },
  appealedOnce: {
    zh: '同一次提审只能申诉一次，请修改后重新提审。',
    en: 'A submission can be appealed once. Correct it and submit again.',
  },
  decidedBefore: {
    zh: '同一提审须由另一位人员复核，请转交他人。',
    en: 'Somebody else must decide this submission again. Hand it to another person.',
  },
  percentageOutOfRange: {
    zh: '灰度比例须为 0 到 100 的整数。',
    en: 'The share of a staged launch must be a whole number from 0 to 100.',
  },
  percentageNotHigher: {
    zh: '灰度比例只能调高；要缩小请取消灰度。',
    en: 'The share of a staged launch can only grow. Cancel it to make it smaller.',
  },
  deadlineInThePast: {
    zh: '下架期限必须晚于现在。',
    en: 'The deadline of a take-down order must lie ahead.',
  },
  deadlineNotReached: {
    zh: '下架期限未到，平台不能代为下架。',
    en: 'The deadline of the order has not passed, so the platform may not act on its own.',
  },
  needsAPerson: {
    zh: '整改后恢复上线须由人员确认。',
    en: 'A person must confirm the rectification before the version serves again.',
  },
  neverLaunched: {
    zh: '该版本从未上线，不能回退到它。',
    en: 'This version never served, so there is nothing to go back to.',
  },
  stoppedBefore: {
    zh: '该版本曾被责令下架或报备未通过，不能回退到它。',
    en: 'This version was ordered down or failed its filing, so one cannot go back to it.',
  },
  submittedBeforeTheOrder: {
    zh: '该版本在下架令之前提审，不能上线；请整改后重新提审。',
    en: 'This version was submitted before the take-down order. Rectify it and submit again.',
  },
  nothingToStandBeside: {
    zh: '还没有线上版本，不能灰度发布。',
    en: 'No version serves yet, so there is nothing to stage a launch beside.',
  },
  anotherIsStaged: {
    zh: '已有版本在灰度中，请先全量发布或取消灰度。',
    en: 'Another version is being staged. Launch it in full or cancel it first.',
  },
  rolledBackOnce: {
    zh: '已回退过一次，不能连续回退；请发布新版本。',
    en: 'It was rolled back once already. Launch a further version instead.',
  },
  nothingToGoBackTo: {
    zh: '没有可以回退到的版本。',
    en: 'There is no version to go back to.',
  },
  alreadyReexamined: {
    zh: '该版本正在复查。',
    en: 'This version is being looked at again already.',
  },
  notReexamined: { zh: '该版本没有在复查。', en: 'This version is not being looked at again.' },
} as const satisfies Record<string, Wording>
