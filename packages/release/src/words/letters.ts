/**
 * The letter that a notice becomes: what happened, why, what to do, and by when.
 *
 * Words only: clause ids and the decider's note are passed on as they are, so the same clause reads
 * the same in the report, on the screen and here. Who sends it, and how, is the caller's part.
 */

import type { Wording } from '@fangxing/contract'
import type { Notice, NoticeKind } from '../effect.ts'
import { nameOfCategory } from '../filing/profile.ts'
import { describeDeadline } from '../local-time.ts'

export interface Letter {
  readonly what: Wording
  /** Clauses and the note of who decided; empty when nothing was held against the release. */
  readonly why: Wording
  readonly todo: Wording
  /** Null when nothing hangs on a time. */
  readonly byWhen: Wording | null
}

interface Template {
  readonly what: Wording
  readonly todo: Wording
}

const NOTHING: Wording = { zh: '无需操作。', en: 'Nothing to do.' }
const AWAIT: Wording = { zh: '请等待结果。', en: 'Wait for the result.' }
const RESUBMIT: Wording = {
  zh: '请按原因修改后重新提审；如认为有误，可申诉一次，由另一位审核员处理。',
  en: 'Correct it and submit again. If it is wrong, appeal once: another reviewer decides.',
}
const LAUNCH: Wording = { zh: '现在可以发布上线。', en: 'You can launch it now.' }

const TEMPLATES: Readonly<Record<NoticeKind, Template>> = {
  rejected: { what: { zh: '版本审核未通过。', en: 'The version was rejected.' }, todo: RESUBMIT },
  delayed: { what: { zh: '审核时间延长。', en: 'The review takes longer.' }, todo: AWAIT },
  expedited: { what: { zh: '本次审核已加急。', en: 'The review was expedited.' }, todo: AWAIT },
  expediteRefused: {
    what: { zh: '加急申请未受理。', en: 'The expedite request was refused.' },
    todo: {
      zh: '报备没有加急渠道；特殊情况请自行联系属地网信部门。',
      en: 'A filing cannot be expedited. In special cases contact the regional authority yourself.',
    },
  },
  filingStarted: {
    what: { zh: '版本已进入报备审核。', en: 'The version has entered filing.' },
    todo: {
      zh: '请留意属地网信部门来电，提供材料前先用核验码确认对方身份。撤回会使七日重新计算。',
      en: 'The authority may call: check the contact code first. Withdrawing restarts the seven days.',
    },
  },
  materialRequested: {
    what: { zh: '属地网信部门要求补充材料。', en: 'The authority asks for material.' },
    todo: { zh: '请尽快补充材料。', en: 'Supply the material soon.' },
  },
  filingPaused: {
    what: { zh: '报备计时已暂停。', en: 'The clock of the filing stands.' },
    todo: AWAIT,
  },
  filingResumed: {
    what: { zh: '报备计时已恢复。', en: 'The clock of the filing runs again.' },
    todo: AWAIT,
  },
  filingPassed: { what: { zh: '报备已通过。', en: 'The filing passed.' }, todo: LAUNCH },
  filingRejected: {
    what: { zh: '报备未通过。', en: 'The filing was rejected.' },
    todo: { zh: '请整改后重新提审。', en: 'Rectify it and submit again.' },
  },
  preLaunched: {
    what: {
      zh: '七日内未收到报备结果，版本进入预上线。',
      en: 'No answer in seven days: pre-launch.',
    },
    todo: {
      zh: '现在可以发布上线。属地网信部门仍可能反馈；若未通过，须及时下架整改。',
      en: 'You can launch it now. The authority may still answer: if it rejects, take it down.',
    },
  },
  approved: { what: { zh: '版本审核通过。', en: 'The version was approved.' }, todo: LAUNCH },
  appealDismissed: {
    what: { zh: '申诉未获支持，维持驳回。', en: 'The appeal was dismissed; the rejection stands.' },
    todo: { zh: '请按原因修改后重新提审。', en: 'Correct it and submit again.' },
  },
  rejectionReversed: {
    what: {
      zh: '申诉成立，驳回已撤销，版本重新进入人审。',
      en: 'The rejection was reversed: back to review.',
    },
    todo: AWAIT,
  },
  launched: { what: { zh: '版本已上线。', en: 'The version was launched.' }, todo: NOTHING },
  takedownOrdered: {
    what: { zh: '版本被责令下架。', en: 'The version was ordered down.' },
    todo: { zh: '请在期限前下架并整改。', en: 'Take it down before the deadline and rectify it.' },
  },
  takedownLifted: { what: { zh: '下架令已撤销。', en: 'The order was lifted.' }, todo: NOTHING },
  takenDown: {
    what: { zh: '版本已被下架。', en: 'The version was taken down.' },
    todo: { zh: '请整改后提交确认。', en: 'Rectify it and say so.' },
  },
  rectificationRefused: {
    what: { zh: '整改未通过确认。', en: 'The rectification was refused.' },
    todo: { zh: '请继续整改后再次提交。', en: 'Rectify further and say so again.' },
  },
  reinstated: { what: { zh: '版本恢复上线。', en: 'The version serves again.' }, todo: NOTHING },
  superseded: {
    what: { zh: '版本已被新版本取代。', en: 'A newer version took its place.' },
    todo: NOTHING,
  },
  rolledBack: {
    what: { zh: '版本被回退，上一版本恢复上线。', en: 'It was rolled back to the version before.' },
    todo: { zh: '请修复后提交新版本。', en: 'Correct it and submit a further version.' },
  },
}

export function describeNotice({ notice, clauses, note, byAt, missingCategories }: Notice): Letter {
  const { what, todo } = TEMPLATES[notice]
  const reason = [...clauses, note].filter((part) => part !== '').join(' · ')
  const names = missingCategories.map(nameOfCategory).join('、')
  const time = byAt === null ? null : describeDeadline(byAt)

  return {
    what,
    why: { zh: reason, en: reason },
    todo:
      names === ''
        ? todo
        : { zh: `请补充类目：${names}。${todo.zh}`, en: `Add the categories ${names}. ${todo.en}` },
    byWhen: time === null ? null : { zh: `${time}（北京时间）前`, en: `by ${time}, Beijing time` },
  }
}
