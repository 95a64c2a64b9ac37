/**
 * What `submit_audit` asks for, as far as the source can say it: `ugc_declare`, the list of pages with
 * categories, a note to the reviewer.
 *
 * What only the team knows is left open in square brackets and listed under `open`; nothing is claimed
 * that was not seen. Pure.
 *
 * Source: submit_audit, `ugc_declare`, `item_list` (1 to 5 pages), `version_desc`
 */

import { describePlace, type PublishEntry, type SeenPage } from '@fangxing/contract'
import type { PreflightReport } from './report.ts'
import { MEDIA } from './words.ts'

/** Numbers of the platform: what users publish. */
const SCENES: Readonly<Record<PublishEntry['medium'], number>> = {
  nickname: 1,
  avatar: 1,
  picture: 2,
  video: 3,
  text: 4,
  audio: 5,
  live: 5,
}
const NO_SCENE = 0
const OTHER_SCENE = 5
const PLATFORM_API = 1
const BY_PEOPLE = 3
const NO_METHOD = 4

const MAX_ITEMS = 5
const MAX_TITLE = 32
const MAX_DESCRIPTION = 256

export function toDeclaration(report: PreflightReport, pages: readonly SeenPage[]) {
  const entries = report.assessment.summary.publishEntries ?? []
  const { categories } = report.submission
  return {
    submit_audit: {
      item_list: toItems(report, pages),
      version_desc: noteToReviewer(entries),
      ugc_declare: toUgcDeclare(report, entries),
    },
    categories: { declared: categories, asked: askedCategories(report) },
    open: openQuestions(report, entries),
  }
}

/** The declared category, else what the code needs for sure. */
function toItems({ submission, filing }: PreflightReport, pages: readonly SeenPage[]) {
  const needed = filing?.addNow.flatMap(({ add }) => add ?? []) ?? []
  const [category = { first: '[一级类目]', second: '[二级类目]' }] = [
    ...submission.categories,
    ...needed,
  ]
  return pages
    .filter(({ exists }) => exists)
    .slice(0, MAX_ITEMS)
    .map(({ path, title }) => ({
      address: path,
      tag: '',
      first_class: category.first,
      second_class: category.second,
      title: (title || path).slice(0, MAX_TITLE),
    }))
}

/** With the platform's names; all but `scene` are left out when users publish nothing. */
interface UgcDeclare {
  readonly scene: readonly number[]
  readonly other_scene_desc?: string
  readonly method?: readonly number[]
  readonly has_audit_team?: 0 | 1
  readonly audit_desc?: string
}

function toUgcDeclare(
  { submission }: PreflightReport,
  entries: readonly PublishEntry[],
): UgcDeclare {
  if (entries.length === 0) return { scene: [NO_SCENE] }
  const scene = [...new Set(entries.map(({ medium }) => SCENES[medium]))].sort()
  const others = entries.filter(({ medium }) => SCENES[medium] === OTHER_SCENE)
  const isByPlatform = entries.some(({ guard }) => /^(guarded|platform)$/.test(guard.kind))
  const hasTeam = submission.ugcDeclaration?.hasAuditTeam ?? false
  const method = [...(isByPlatform ? [PLATFORM_API] : []), ...(hasTeam ? [BY_PEOPLE] : [])]
  return {
    scene,
    ...(others.length > 0 && {
      other_scene_desc: [...new Set(others.map(({ medium }) => MEDIA[medium].zh))].join('、'),
    }),
    method: method.length > 0 ? method : [NO_METHOD],
    has_audit_team: hasTeam ? 1 : 0,
    audit_desc: describeAudit(entries).slice(0, MAX_DESCRIPTION),
  }
}

function describeAudit(entries: readonly PublishEntry[]): string {
  const of = (kind: PublishEntry['guard']['kind']) => {
    const found = entries.filter(({ guard }) => guard.kind === kind)
    return [...new Set(found.map(({ medium }) => MEDIA[medium].zh))].join('、')
  }
  const parts = [
    ['guarded', '发布前调用内容安全接口检测，未通过不发布'],
    ['platform', '使用平台的头像昵称填写能力，由平台检测'],
    ['unknown', `由我方服务端处理，检测方式：${claimedChecks(entries)}`],
    ['ineffective', '[代码中的检测不起作用，请先修正]'],
    ['unguarded', '[代码中没有检测，请先修正]'],
  ] as const
  return parts
    .flatMap(([kind, words]) => (of(kind) === '' ? [] : [`${of(kind)}：${words}`]))
    .join('；')
}

/** What the team says in `fangxing.json`; left open unless it says something of every such entry. */
function claimedChecks(entries: readonly PublishEntry[]): string {
  const claims = entries.flatMap(({ guard }) => (guard.kind === 'unknown' ? [guard.claim] : []))
  const said = new Set(claims.flatMap((claim) => claim?.says ?? []))
  return said.size > 0 && !claims.includes(undefined) ? [...said].join('，') : '[请填写]'
}

function noteToReviewer(entries: readonly PublishEntry[]): string {
  if (entries.length === 0)
    return '本版本没有用户发布内容的功能。[请写明本版本的主要功能和测试账号]'
  const pages = [...new Set(entries.map(({ page }) => page))].join('、')
  return `用户可以发布内容的页面：${pages}。${describeAudit(entries)}。[请写明本版本的主要功能和测试账号]`
}

/** Categories that an open rule asks for, with where it saw the need. */
function askedCategories({ assessment }: PreflightReport) {
  return assessment.judgements.flatMap(({ ruleId, clauseId, outcome }) => {
    if (!ruleId.startsWith('category/') || outcome.kind !== 'violation') return []
    const [{ limit, place }] = outcome.findings
    return limit === undefined
      ? []
      : [
          {
            oneOf: limit.split(' / '),
            evidence: describePlace(place),
            rule: ruleId,
            clause: clauseId,
          },
        ]
  })
}

function openQuestions(
  { submission, assessment }: PreflightReport,
  entries: readonly PublishEntry[],
): readonly string[] {
  const hosts = assessment.summary.hosts ?? []
  const has = (kind: PublishEntry['guard']['kind']) =>
    entries.some(({ guard }) => guard.kind === kind)
  return [
    ...(submission.categories.length === 0 ? ['没有声明类目：用 --category 声明'] : []),
    ...(has('unknown') ? [`服务端用了什么检测（${hosts.join('、') || '包外'}）`] : []),
    ...(has('unguarded') || has('ineffective') ? ['先补上检测：用 --patch 看建议'] : []),
    ...(entries.length > 0 && !submission.ugcDeclaration?.hasAuditTeam
      ? ['有没有审核团队：有则加 --audit-team']
      : []),
  ]
}
