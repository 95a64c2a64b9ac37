/** What was held back, and which acceptances no longer serve, as lines for people. */

import type { Acceptance } from '../accept/hold-back.ts'
import type { Suppression } from '../accept/suppressions.ts'
import { toPrintable } from '../terminal/printable.ts'
import type { Terminal } from '../terminal/terminal.ts'

export function describeAcceptance(
  { held, expired, incomplete, unused, gone }: Acceptance,
  { words, paint }: Terminal,
): readonly string[] {
  const count = (by: string) => held.filter((one) => one.by === by).length
  const sums = [
    ...(count('baseline') > 0
      ? [`${words({ zh: '基线', en: 'baseline' })} ${count('baseline')}`]
      : []),
    ...(count('suppression') > 0
      ? [`${words({ zh: '压制', en: 'suppressed' })} ${count('suppression')}`]
      : []),
  ]
  const label = words({ zh: '已接受', en: 'accepted' })
  const tell = (list: readonly Suppression[], zh: string, en: string) =>
    list.map((one) => paint('yellow', `${label}  ${words({ zh, en })}${describe(one)}`))
  return [
    ...(sums.length > 0 ? [`${label}  ${sums.join(' · ')}`] : []),
    ...tell(expired, '压制已过期：', 'past its day: '),
    ...tell(incomplete, '注释缺少原因或日期，不生效：', 'no reason or no day, so without effect: '),
    ...tell(unused, '压制已无对应问题，可用 --prune 删除：', 'not needed any more, see --prune: '),
    ...(gone.length > 0
      ? [
          `${label}  ${words({
            zh: `基线中有 ${gone.length} 项已解决，可用 --prune 删除`,
            en: `${gone.length} entries of the baseline are solved, see --prune`,
          })}`,
        ]
      : []),
  ]
}

function describe({ origin, rule, until }: Suppression): string {
  return toPrintable(`${origin} ${rule}${until === '' ? '' : ` ${until}`}`)
}
