/** What filing will ask, as sentences for people. */

import type { Category, Wording } from '@fangxing/contract'
import { describeDeadline, type FilingNeed, nameOfCategory } from '@fangxing/release'
import { toPrintable } from '../terminal/printable.ts'
import type { FilingForecast } from './forecast-filing.ts'

/** What is filed, what to add so that nobody waits twice, and from when a launch can be counted on. */
export function describeForecast(forecast: FilingForecast): readonly Wording[] {
  const { categories, addNow, perhaps, files, launchPromisedAt } = forecast
  const sentences = categories.length === 0 ? [] : [...describeNeed(forecast)]
  const missing = addNow.flatMap(({ add }) => (add === null ? [] : [add]))
  if (missing.length > 0) {
    sentences.push({
      zh: `代码还需要：${namesOf(missing)}；现在一并添加，免得再报备一次`,
      en: `the code also needs: ${namesOf(missing)}; add it now, so that nobody files twice`,
    })
  }
  for (const { anyOf } of addNow.filter(({ add }) => add === null)) {
    sentences.push({
      zh: `代码需要其中之一：${namesOf(anyOf)}；该主体都不能申请`,
      en: `the code needs one of these: ${namesOf(anyOf)}; all are closed to this subject`,
    })
  }
  for (const anyOf of perhaps) {
    sentences.push({
      zh: `可能还需要其中之一：${namesOf(anyOf)}；由审核员判断`,
      en: `one of these may be asked for, too: ${namesOf(anyOf)}; a reviewer decides`,
    })
  }
  if (launchPromisedAt !== null && files.length > 0) {
    const day = describeDeadline(launchPromisedAt)
    sentences.push({
      zh: `最迟 ${day} 可上线（按通知当日发出计），主管部门答复更早则更早`,
      en: `a launch can be counted on from ${day}, with the notice on that day; sooner if the authority answers`,
    })
  }
  return sentences
}

function describeNeed({
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
