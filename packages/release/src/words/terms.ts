/** States, events and roles in words for people: the ones of the glossary, for every screen and line. */

import type { Wording } from '@fangxing/contract'
import type { EventKind, State } from '../table.ts'
import type { Turn } from '../turn.ts'

export const STATE_WORDS: Readonly<Record<State, Wording>> = {
  draft: { zh: '草稿', en: 'draft' },
  machineReview: { zh: '机审中', en: 'in machine review' },
  humanReview: { zh: '人审中', en: 'in human review' },
  delayed: { zh: '审核延后', en: 'review delayed' },
  rejected: { zh: '审核未通过', en: 'rejected' },
  appealed: { zh: '申诉中', en: 'under appeal' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  filing: { zh: '报备中', en: 'in filing' },
  materialRequested: { zh: '待补材料', en: 'waiting for material' },
  filingRejected: { zh: '报备未通过', en: 'filing rejected' },
  approved: { zh: '审核通过', en: 'approved' },
  preLaunch: { zh: '预上线', en: 'pre-launch' },
  greyLaunch: { zh: '灰度发布中', en: 'staged launch' },
  launched: { zh: '已上线', en: 'launched' },
  takedownOrdered: { zh: '责令下架', en: 'take-down ordered' },
  takenDown: { zh: '已下架', en: 'taken down' },
  rectified: { zh: '整改待确认', en: 'rectified, to be confirmed' },
  superseded: { zh: '已被新版本取代', en: 'superseded' },
  rolledBack: { zh: '已回退', en: 'rolled back' },
}

export const EVENT_WORDS: Readonly<Record<EventKind, Wording>> = {
  created: { zh: '上传版本', en: 'uploaded' },
  submitted: { zh: '提审', en: 'submitted' },
  machinePassed: { zh: '机审完成', en: 'machine review done' },
  machineRejected: { zh: '机审驳回', en: 'rejected by machine' },
  reviewerApproved: { zh: '人审通过', en: 'approved' },
  reviewerRejected: { zh: '人审驳回', en: 'rejected' },
  delayed: { zh: '审核延后', en: 'review delayed' },
  expedited: { zh: '审核加急', en: 'review expedited' },
  expediteRefused: { zh: '加急未受理', en: 'expedite refused' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
  appealed: { zh: '申诉', en: 'appealed' },
  appealDismissed: { zh: '申诉未获支持', en: 'appeal dismissed' },
  rejectionReversed: { zh: '驳回被撤销', en: 'rejection reversed' },
  filingStarted: { zh: '进入报备', en: 'filing started' },
  filingPassed: { zh: '报备通过', en: 'filing passed' },
  filingRejected: { zh: '报备未通过', en: 'filing rejected' },
  materialRequested: { zh: '要求补充材料', en: 'material requested' },
  materialSupplied: { zh: '补充材料', en: 'material supplied' },
  contactLogged: { zh: '电话联系', en: 'contact logged' },
  filingPaused: { zh: '报备计时暂停', en: 'clock stopped' },
  filingResumed: { zh: '报备计时恢复', en: 'clock started again' },
  preLaunched: { zh: '预上线', en: 'pre-launched' },
  launched: { zh: '发布上线', en: 'launched' },
  greyLaunched: { zh: '灰度发布', en: 'staged launch' },
  greyCancelled: { zh: '取消灰度', en: 'staged launch cancelled' },
  takedownOrdered: { zh: '责令下架', en: 'take-down ordered' },
  takedownLifted: { zh: '撤销下架令', en: 'take-down lifted' },
  takenDown: { zh: '下架', en: 'taken down' },
  rectified: { zh: '提交整改', en: 'rectified' },
  rectificationRefused: { zh: '整改未通过', en: 'rectification refused' },
  reinstated: { zh: '恢复上线', en: 'reinstated' },
  reexaminationStarted: { zh: '开始复查', en: 're-examination started' },
  reexaminationCleared: { zh: '复查无问题', en: 're-examination cleared' },
  rolledBack: { zh: '回退', en: 'rolled back' },
  superseded: { zh: '被新版本取代', en: 'superseded' },
}

export const ROLE_WORDS: Readonly<Record<Turn, Wording>> = {
  developer: { zh: '开发者', en: 'developer' },
  machine: { zh: '平台', en: 'platform' },
  reviewer: { zh: '审核员', en: 'reviewer' },
  authority: { zh: '属地网信部门', en: 'authority' },
  operator: { zh: '运营者', en: 'operator' },
  nobody: { zh: '无人', en: 'nobody' },
}
