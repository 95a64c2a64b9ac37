/** What a stranger wrote, as text and nothing else: what would reorder or hide it is shown by name. */

import { splitInvisible } from '../view/review/invisible.ts'

export function PlainText({ text }: { readonly text: string }) {
  const parts = splitInvisible(text)
  let at = 0
  return (
    <bdi>
      {parts.map((part) => {
        const key = at
        at += part.text.length
        return part.isMark ? (
          <span key={key} className="invisible-mark">
            {part.text}
          </span>
        ) : (
          <span key={key}>{part.text}</span>
        )
      })}
    </bdi>
  )
}
