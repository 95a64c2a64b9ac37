/** States, events and roles in words for people. The compiler asks for each one that is added. */

import type { Wording } from '@fangxing/contract'
import type { ActorKind, EventKind, State, Turn } from '@fangxing/release'

export const STATE_WORDS: Readonly<Record<State, Wording>> = {
  draft: { zh: '草稿', en: 'draft' },
  machineReview: { zh: '机审中', en: 'machine review' },
  humanReview: { zh: '人审中', en: 'human review' },
  delayed: { zh: '审核延后', en: 'review delayed' },
  rejected: { zh: '审核未通过', en: 'rejected' },
  appealed: { zh: '申诉中', en: 'appealed' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  filing: { zh: '报备中', en: 'filing' },
  materialRequested: { zh: '待补材料', en: 'material requested' },
  filingRejected: { zh: '报备未通过', en: 'filing rejected' },
  approved: { zh: '审核通过', en: 'approved' },
  preLaunch: { zh: '预上线', en: 'pre-launch' },
  greyLaunch: { zh: '灰度中', en: 'staged launch' },
  launched: { zh: '已上线', en: 'launched' },
  takedownOrdered: { zh: '责令下架', en: 'take-down ordered' },
  takenDown: { zh: '已下架', en: 'taken down' },
  rectified: { zh: '已整改', en: 'rectified' },
  superseded: { zh: '已被替代', en: 'superseded' },
  rolledBack: { zh: '已回退', en: 'rolled back' },
}

export const EVENT_WORDS: Readonly<Record<EventKind, Wording>> = {
  created: { zh: '上传版本', en: 'uploaded' },
  submitted: { zh: '提交审核', en: 'submitted' },
  machinePassed: { zh: '机审完成', en: 'machine review done' },
  machineRejected: { zh: '机审驳回', en: 'machine rejected' },
  reviewerApproved: { zh: '人审通过', en: 'reviewer approved' },
  reviewerRejected: { zh: '人审驳回', en: 'reviewer rejected' },
  delayed: { zh: '延后审核', en: 'delayed' },
  expedited: { zh: '加急', en: 'expedited' },
  expediteRefused: { zh: '不予加急', en: 'expedite refused' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  appealed: { zh: '申诉', en: 'appealed' },
  appealDismissed: { zh: '申诉驳回', en: 'appeal dismissed' },
  rejectionReversed: { zh: '驳回撤销', en: 'rejection reversed' },
  filingStarted: { zh: '进入报备', en: 'filing started' },
  filingPassed: { zh: '报备通过', en: 'filing passed' },
  filingRejected: { zh: '报备未通过', en: 'filing rejected' },
  materialRequested: { zh: '要求补材料', en: 'material requested' },
  materialSupplied: { zh: '已补材料', en: 'material supplied' },
  contactLogged: { zh: '联系记录', en: 'contact logged' },
  filingPaused: { zh: '暂停计时', en: 'clock stopped' },
  filingResumed: { zh: '恢复计时', en: 'clock resumed' },
  preLaunched: { zh: '到期转预上线', en: 'pre-launched' },
  launched: { zh: '发布上线', en: 'launched' },
  greyLaunched: { zh: '灰度发布', en: 'staged launch' },
  greyCancelled: { zh: '取消灰度', en: 'staging cancelled' },
  takedownOrdered: { zh: '责令下架', en: 'take-down ordered' },
  takedownLifted: { zh: '撤销下架', en: 'take-down lifted' },
  takenDown: { zh: '下架', en: 'taken down' },
  rectified: { zh: '整改完成', en: 'rectified' },
  rectificationRefused: { zh: '整改不合格', en: 'rectification refused' },
  reinstated: { zh: '恢复上线', en: 'reinstated' },
  reexaminationStarted: { zh: '开始复查', en: 're-examination started' },
  reexaminationCleared: { zh: '复查无碍', en: 're-examination cleared' },
  rolledBack: { zh: '版本回退', en: 'rolled back' },
  superseded: { zh: '被替代', en: 'superseded' },
}

export const ROLE_WORDS: Readonly<Record<ActorKind, Wording>> = {
  developer: { zh: '开发者', en: 'developer' },
  machine: { zh: '系统', en: 'machine' },
  reviewer: { zh: '审核员', en: 'reviewer' },
  authority: { zh: '属地网信部门', en: 'authority' },
  operator: { zh: '运营者', en: 'operator' },
}

export const TURN_WORDS: Readonly<Record<Turn, Wording>> = {
  ...ROLE_WORDS,
  nobody: { zh: '无人需要操作', en: 'nobody has to act' },
}
