/**
 * The dated table of WeChat's service categories: who may hold each, which are filed, which
 * licences are asked for.
 *
 * Exactly 13 second-level categories carry the note that the first code submission after choosing
 * them needs confirmation by the local internet authority, about 7 days. Names are the stable key:
 * the platform does not publish numbers, and changes them.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/product/material/ as read on 2026-07-30.
 */

import type { Category } from '@fangxing/contract'
import { INDIVIDUAL_NAMES, ORGANISATION_NAMES, OVERSEAS_NAMES } from './wechat-category-names.ts'
import { LICENCES } from './wechat-licences.ts'

export interface CategoryRow extends Category {
  /** The first submission with this category is filed with the regional authority. */
  readonly filed: boolean
  /** `ugc_declare` is required at the first submission with this category. */
  readonly ugcDeclared: boolean
  readonly openTo: readonly SubjectTable[]
  /** Alternatives: any one of them is enough. Empty: none, or not recorded here. */
  readonly licences: readonly string[]
  /** Second-level names that meant this category in older texts. */
  readonly formerNames: readonly string[]
}

/** The three tables that the platform publishes. */
export type SubjectTable = 'organisation' | 'individual' | 'overseas'

export interface CategoryTable {
  readonly edition: string
  readonly source: string
  readonly rows: readonly CategoryRow[]
}

const FILED = new Set([
  '时政信息-时政信息',
  '文娱-其他视频',
  '文娱-视频广场',
  '文娱-电台',
  '社交-陌生人交友',
  '社交-熟人交友',
  '社交-婚恋',
  '社交-社区/论坛',
  '社交-笔记',
  '社交-问答',
  '社交-直播',
  '社交-直播表演',
  '社交-直播答题',
])

const UGC_DECLARED = new Set(['社交-社区/论坛', '社交-笔记', '社交-问答'])

/** The filing note of 2022 says 视频 and FM/电台; the table of today has other names. */
const FORMER_NAMES: Readonly<Record<string, readonly string[]>> = {
  '文娱-其他视频': ['视频'],
  '文娱-视频广场': ['视频'],
  '文娱-电台': ['FM/电台', 'FM'],
}

/** `社交-笔记`: how people and rejection letters write a category. */
export function describeCategory({ first, second }: Category): string {
  return `${first}-${second}`
}

export const categories: CategoryTable = {
  edition: '2026-07-30',
  source: 'https://developers.weixin.qq.com/miniprogram/product/material/',
  rows: toRows([
    ['organisation', ORGANISATION_NAMES],
    ['individual', INDIVIDUAL_NAMES],
    ['overseas', OVERSEAS_NAMES],
  ]),
}

function toRows(tables: readonly (readonly [SubjectTable, string])[]): readonly CategoryRow[] {
  const openTo = new Map<string, SubjectTable[]>()
  for (const [table, names] of tables) {
    for (const name of toFullNames(names)) {
      const holders = openTo.get(name)
      if (holders === undefined) openTo.set(name, [table])
      else if (!holders.includes(table)) holders.push(table)
    }
  }
  return [...openTo].map(([name, holders]) => toRow(name, holders))
}

/** `['社交-笔记', …]` from the lines of a table. */
function toFullNames(table: string): readonly string[] {
  let first = ''
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const colon = line.indexOf(':')
      if (colon > 0) first = line.slice(0, colon)
      const seconds = line
        .slice(colon + 1)
        .trim()
        .split(/\s+/)
      return seconds.map((second) => `${first}-${second}`)
    })
}

function toRow(name: string, openTo: readonly SubjectTable[]): CategoryRow {
  const dash = name.indexOf('-')
  return {
    first: name.slice(0, dash),
    second: name.slice(dash + 1),
    filed: FILED.has(name),
    ugcDeclared: UGC_DECLARED.has(name),
    openTo,
    licences: LICENCES[name] ?? [],
    formerNames: FORMER_NAMES[name] ?? [],
  }
}

const byName = new Map(categories.rows.map((row) => [describeCategory(row), row]))

/** Rows of a category by its name of today, or else by a former name; empty when it is in no table. */
export function findCategories(category: Category): readonly CategoryRow[] {
  const row = byName.get(describeCategory(category))
  if (row !== undefined) return [row]
  return categories.rows.filter(
    ({ first, formerNames }) => first === category.first && formerNames.includes(category.second),
  )
}
