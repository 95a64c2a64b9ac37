/**
 * Dates that a text names, with their places: 2024年3月5日, 2024-03-05, 3月5日, 今天, 刚刚.
 *
 * Relative ones are not reckoned: which day they mean, the caller knows. A month or a day that no
 * calendar has is not a date. O(length).
 */

export type NamedDate =
  | {
      readonly kind: 'calendar'
      /** Absent when the text names none. */
      readonly year?: number
      readonly month: number
      readonly day?: number
      readonly start: number
      readonly end: number
    }
  | { readonly kind: 'year'; readonly year: number; readonly start: number; readonly end: number }
  | {
      readonly kind: 'relative'
      /** In days from the day of the text; absent when it says only "of late". */
      readonly days?: number
      readonly start: number
      readonly end: number
    }

const NUMBER_DATE =
  /(?<![\d.])(?:(?<year>(?:19|20)\d{2})\s?(?:年|[-/.]))?\s?(?<month>1[0-2]|0?[1-9])\s?(?<sign>月|[-/.])\s?(?<day>3[01]|[12]\d|0?[1-9])(?!\d)\s?[日号]?|(?<![\d.])(?<year2>(?:19|20)\d{2})\s?年\s?(?<month2>1[0-2]|0?[1-9])\s?月/gu
const YEAR = /(?<!\d)((?:19|20)\d{2})\s?年(?!\s?(?:1[0-2]|0?[1-9])\s?月)/gu
const RELATIVE: readonly (readonly [words: RegExp, days: number | undefined])[] = [
  [/大前天/gu, -3],
  [/(?<!大)前天|前日/gu, -2],
  [/昨[天日晚夜]/gu, -1],
  [/今[天日晨晚早]|刚刚|刚才|突发|此刻/gu, 0],
  [/明[天日晚晨]/gu, 1],
  [/(?<!大)后天(?!性|的努力|形成|培养)/gu, 2],
  [/大后天/gu, 3],
  [/近日|日前|近期|最近|上周|本周|下周|上个月|本月|下个月|今年|去年|明年/gu, undefined],
]

/** By start. */
export function findDates(text: string): readonly NamedDate[] {
  const dates: NamedDate[] = []
  for (const { index, 0: words, groups = {} } of text.matchAll(NUMBER_DATE)) {
    const date = toCalendar(groups)
    if (date !== undefined)
      dates.push({ ...date, start: index, end: index + words.trimEnd().length })
  }
  for (const { index, 0: words, 1: year } of text.matchAll(YEAR)) {
    dates.push({ kind: 'year', year: Number(year), start: index, end: index + words.length })
  }
  for (const [words, days] of RELATIVE) {
    for (const { index, 0: found } of text.matchAll(words)) {
      const place = { start: index, end: index + found.length }
      dates.push({ kind: 'relative', ...(days === undefined ? {} : { days }), ...place })
    }
  }
  return dates.sort((one, other) => one.start - other.start)
}

type Parts = Readonly<Record<string, string | undefined>>

/** `3/5` and `3.5` without a year are as often a share or an amount. */
function toCalendar({ year, month, sign, day, year2, month2 }: Parts) {
  const kind = 'calendar' as const
  if (year2 !== undefined) return { kind, year: Number(year2), month: Number(month2) }
  if (year === undefined && sign !== '月') return undefined
  const date = { kind, month: Number(month), day: Number(day) }
  if (date.day > (DAYS_OF_MONTH[date.month - 1] ?? 0)) return undefined
  return year === undefined ? date : { ...date, year: Number(year) }
}

const DAYS_OF_MONTH: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
