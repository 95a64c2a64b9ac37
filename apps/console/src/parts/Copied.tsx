/** A value to be copied: selected by a click, or by the button beside it. */

import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '../hooks/use-texts.ts'

export function Copied({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useTexts()
  const id = useId()
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setIsCopied(true)
  }
  return (
    <div className="row">
      <div className="stack-tight" style={{ flex: 1 }}>
        <label htmlFor={id}>{label}</label>
        <Input
          id={id}
          readOnly
          value={value}
          className="mono"
          onFocus={({ target }) => target.select()}
        />
      </div>
      <Button style={{ alignSelf: 'flex-end' }} onClick={() => void copy()}>
        {t(isCopied ? 'state.copied' : 'state.copy')}
      </Button>
    </div>
  )
}
