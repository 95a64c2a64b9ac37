/** A time as digits, with how long ago it was as its title. */

import { useTexts } from '../hooks/use-texts.ts'
import { describeTime } from '../view/times.ts'

export function Moment({ at }: { readonly at: number }) {
  const { language } = useTexts()
  const zone = language === 'zh' ? '北京时间' : 'Beijing time'
  return (
    <time dateTime={new Date(at).toISOString()} title={zone}>
      {describeTime(at)}
    </time>
  )
}
