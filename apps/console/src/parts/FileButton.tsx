/** A button that asks for one file. The browser's own field stays unseen; the same file may be chosen again. */

import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'

interface Properties {
  /** As the `accept` of a file field. */
  readonly accept: string
  /** What the field is called for those who do not see the button. */
  readonly label: string
  readonly loading?: boolean
  readonly onChoose: (file: File) => void
  readonly children: ReactNode
}

export function FileButton({ accept, label, loading = false, onChoose, children }: Properties) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={field}
        className="visually-hidden"
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onChoose(file)
          target.value = ''
        }}
      />
      <Button loading={loading} onClick={() => field.current?.click()}>
        {children}
      </Button>
    </>
  )
}
