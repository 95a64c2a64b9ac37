/** Questions that several rules ask of the declared categories and of what was seen. */

import type { Category, FilePlace, Finding, SubmissionFacts, Wording } from '@fangxing/contract'
import { describeCategory } from '../books/wechat-categories.ts'
import { say } from './say.ts'

/** `社交-笔记、社交-问答`: for the measured part of a finding. */
export function describeCategories(declared: readonly Category[]): string {
  return declared.length === 0
    ? '未声明类目 no category'
    : declared.map(describeCategory).join('、')
}

/** True when one of the declared categories is in the list of full names, e.g. `社交-笔记`. */
export function declaresAny({ categories }: SubmissionFacts, names: ReadonlySet<string>): boolean {
  return categories.some((category) => names.has(describeCategory(category)))
}

/** The first of each file, in order: a page with ten players is one thing to look at. */
export function onePerFile<Seen extends { readonly place: FilePlace }>(
  seen: readonly Seen[],
): readonly Seen[] {
  const files = new Set<string>()
  return seen.filter(({ place }) => !files.has(place.file) && files.add(place.file))
}

/** One finding per file for content that was seen without the category for it. */
export function withoutCategory(
  seen: readonly { readonly place: FilePlace; readonly what: string }[],
  submission: SubmissionFacts,
  needed: readonly string[],
  message: Wording,
): readonly Finding[] {
  return onePerFile(seen).map(({ place, what }) => ({
    place,
    message,
    measured: `${what}; ${describeCategories(submission.categories)}`,
    limit: needed.join(' / '),
    fix: fixFor(submission, needed),
  }))
}

/** An individual or overseas subject cannot add these categories: the only way is out. */
function fixFor({ subject }: SubmissionFacts, needed: readonly string[]): Wording {
  const names = needed.join('、')
  if (subject.kind === 'individual' || subject.overseas) {
    return say(
      `当前主体不能申请 ${names}，请去掉该功能，或换成境内企业主体。`,
      `This subject cannot hold ${names}: remove the function, or change to a domestic enterprise.`,
    )
  }
  return say(
    `按实际功能添加 ${names} 之一，通过类目审核后再提审；首次提审会进入报备。`,
    `Add the one of ${names} that fits, then submit again; the first submission is filed.`,
  )
}
