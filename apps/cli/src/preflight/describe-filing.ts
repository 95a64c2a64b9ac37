/** Whether the declared categories are filed, as sentences for people. */

import type { Category, Wording } from '@fangxing/contract'
import { type FilingNeed, nameOfCategory } from '@fangxing/release'
import { toPrintable } from '../terminal/printable.ts'

export function describeNeed({
  files,
  closedToSubject,
  unknown,
  promised,
}: FilingNeed): readonly Wording[] {
  const sentences: Wording[] = []
  const filed = namesOf(files)
  if (files.length === 0) {
    sentences.push({ zh: '所声明的类目不需要报备', en: 'the declared categories are not filed' })
  } else if (promised) {
    sentences.push({
      zh: `首次发布前须报备：${filed}；自通知起 7 个自然日，到期未答复转预上线`,
      en: `filed before the first launch: ${filed}; 7 natural days from the notice, then pre-launch`,
    })
  } else {
    sentences.push({
      zh: `首次发布前须报备：${filed}；该主体没有七日时限，也没有预上线`,
      en: `filed before the first launch: ${filed}; this subject has neither the seven days nor pre-launch`,
    })
  }
  const closed = namesOf(closedToSubject)
  if (closed !== '') {
    sentences.push({
      zh: `该主体类型不能申请：${closed}`,
      en: `closed to this kind of subject: ${closed}`,
    })
  }
  const strange = namesOf(unknown)
  if (strange !== '') {
    sentences.push({
      zh: `类目表中没有：${strange}`,
      en: `not in the table of categories: ${strange}`,
    })
  }
  return sentences
}

function namesOf(categories: readonly Category[]): string {
  return categories.map((category) => toPrintable(nameOfCategory(category))).join('、')
}
