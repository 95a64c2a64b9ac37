/** Nothing to show, said kindly, with the next step where there is one. */

import type { ReactNode } from 'react'

export function Empty({
  words,
  children,
}: {
  readonly words: string
  readonly children?: ReactNode
}) {
  return (
    <div className="empty">
      <svg viewBox="0 0 56 56" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
        <rect x="9" y="13" width="38" height="32" rx="6" />
        <path d="M9 31h11l3 5h10l3-5h11" />
        <path d="m22 22 4 4 8-8" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <p>{words}</p>
      {children}
    </div>
  )
}
