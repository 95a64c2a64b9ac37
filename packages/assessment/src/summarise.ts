/**
 * What an evidence screen shows beside the outcomes: what was seen at all, in a few plain values.
 *
 * A list of `null` was not observed; an empty list was looked for and not found.
 */

import type {
  ContentCheck,
  Observations,
  PublishEntry,
  SubmissionFacts,
  TermHit,
  UnreadableFile,
} from '@fangxing/contract'
import { type ImpliedCategory, impliedCategories } from '@fangxing/policy'

export interface ProgramSummary {
  readonly platform: 'wechat' | 'baidu' | null
  /** Registered pages by path. */
  readonly pages: readonly string[] | null
  readonly publishEntries: readonly PublishEntry[] | null
  readonly contentChecks: readonly ContentCheck[] | null
  /** Each host once, by name. */
  readonly hosts: readonly string[] | null
  readonly unreadableFiles: readonly UnreadableFile[] | null
  readonly textCount: number | null
  readonly termHits: readonly TermHit[] | null
  readonly submission: SubmissionFacts | null
  /** What the content implies, declared or not, with its evidence. */
  readonly impliedCategories: readonly ImpliedCategory[] | null
  /** What went wrong in an engine, empty as a rule. */
  readonly failures: readonly string[]
}

export function summarise(
  seen: Partial<Observations>,
  failures: readonly string[],
): ProgramSummary {
  const hosts = seen.hosts?.map(({ host }) => host)
  return {
    platform: seen.manifest?.platform ?? null,
    pages: seen.pages?.map(({ path }) => path) ?? null,
    publishEntries: seen.publishEntries ?? null,
    contentChecks: seen.contentChecks ?? null,
    hosts: hosts === undefined ? null : [...new Set(hosts)].sort(),
    unreadableFiles: seen.unreadableFiles ?? null,
    textCount: seen.texts?.length ?? null,
    termHits: seen.termHits ?? null,
    submission: seen.submission ?? null,
    impliedCategories: impliedBy(seen),
    failures,
  }
}

function impliedBy({
  manifest,
  pages,
  texts,
  elements,
  apiCalls,
  hosts,
  publishEntries,
}: Partial<Observations>): readonly ImpliedCategory[] | null {
  if (!manifest || !pages || !texts || !elements || !apiCalls || !hosts || !publishEntries)
    return null
  return impliedCategories({ manifest, pages, texts, elements, apiCalls, hosts, publishEntries })
}
