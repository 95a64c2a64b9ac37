/** Which categories the code shows, held against what is declared: one line each, with its evidence. */

import type { SubmissionFacts, Wording } from '@fangxing/contract'
import { answers, type ImpliedCategory } from '@fangxing/policy'
import { nameOfCategory } from '@fangxing/release'
import { toPrintable } from '../terminal/printable.ts'
import type { ShowPlace } from './describe-judgement.ts'

export function describeImplied(
  implied: readonly ImpliedCategory[],
  { categories }: SubmissionFacts,
  showPlace: ShowPlace,
): readonly Wording[] {
  const declared = categories.map(nameOfCategory)
  return implied.map((one) => {
    const [first] = one.evidence
    const at = first ? ` · ${toPrintable(`${showPlace(first.place)} ${first.what}`)}` : ''
    const more = one.evidence.length - 1
    const isAnswered = declared.some((name) => answers(name, one))
    const names = one.anyOf.join(' / ')
    const [zh, en] = STRENGTH[one.strength]
    return {
      zh: `${zh} ${names || '没有开放的类目'}${one.filed ? '（报备）' : ''} · ${isAnswered ? '已声明' : '未声明'}${at}${more > 0 ? ` 等 ${one.evidence.length} 处` : ''}`,
      en: `${en} ${names || 'no open category'}${one.filed ? ' (filed)' : ''} · ${isAnswered ? 'declared' : 'not declared'}${at}${more > 0 ? ` and ${more} more` : ''}`,
    }
  })
}

const STRENGTH: Readonly<Record<ImpliedCategory['strength'], readonly [string, string]>> = {
  shown: ['代码显示', 'shown:'],
  likely: ['可能是', 'likely:'],
}
