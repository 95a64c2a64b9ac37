/** Takes one zip, dropped or chosen; says at once when it is of another kind. */

import { type DragEvent, useState } from 'react'
import { useTexts } from '../../hooks/use-texts.ts'
import { describeBytes } from '../../view/bytes.ts'
import { refusalOf } from '../../view/package-file.ts'

interface Properties {
  readonly file: File | null
  readonly onChoose: (file: File | null) => void
}

export function PackageField({ file, onChoose }: Properties) {
  const { t } = useTexts()
  const [isOver, setIsOver] = useState(false)
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalOf>>(null)
  const take = (chosen: File | undefined) => {
    if (chosen === undefined) return
    const refused = refusalOf(chosen)
    setRefusal(refused)
    onChoose(refused === null ? chosen : null)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <label
      className={`drop-zone ${isOver ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        accept=".zip,application/zip"
        className="visually-hidden"
        onChange={({ target }) => take(target.files?.[0])}
      />
      {file
        ? t('upload.chosen', { name: file.name, size: describeBytes(file.size) })
        : t('upload.choose')}
      {refusal && <Refusal refusal={refusal} />}
    </label>
  )
}

function Refusal({ refusal }: { readonly refusal: NonNullable<ReturnType<typeof refusalOf>> }) {
  const { t } = useTexts()
  return (
    <span className="notice tone-red" role="alert">
      {t(`upload.${refusal}`)}
    </span>
  )
}
