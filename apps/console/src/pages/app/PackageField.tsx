/** Takes one zip or one folder, dropped or chosen; says at once when it is of another kind. */

import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { droppedFolder, filesOfFolder, filesOfInput } from '../../api/dropped-files.ts'
import type { ChosenFile } from '../../api/pack-folder.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { describeBytes } from '../../view/bytes.ts'
import { refusalOf } from '../../view/package-file.ts'
import {
  nameOfFolder,
  type PackageEntry,
  refusalOfFolder,
  toEntries,
} from '../../view/package-folder.ts'

/** What is to be sent: a zip as it is, or a folder that is packed first. */
export type ChosenPackage =
  | { readonly kind: 'zip'; readonly file: File }
  | {
      readonly kind: 'folder'
      readonly name: string
      readonly entries: readonly PackageEntry<ChosenFile>[]
    }

type Refusal = NonNullable<ReturnType<typeof refusalOf> | ReturnType<typeof refusalOfFolder>>

interface Properties {
  readonly chosen: ChosenPackage | null
  readonly onChoose: (chosen: ChosenPackage | null) => void
}

export function PackageField({ chosen, onChoose }: Properties) {
  const { t } = useTexts()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const take = ({ found, refused }: Taken) => {
    setRefusal(refused)
    onChoose(found)
  }
  return (
    <div className="stack-tight">
      <DropZone chosen={chosen} onTake={take} />
      <FolderButton onTake={take} />
      {refusal && (
        <span className="notice tone-red" role="alert">
          {t(`upload.${refusal}`)}
        </span>
      )}
    </div>
  )
}

interface Taken {
  readonly found: ChosenPackage | null
  readonly refused: Refusal | null
}

function takeZip(file: File | undefined): Taken {
  if (file === undefined) return { found: null, refused: null }
  const refused = refusalOf(file)
  return { found: refused === null ? { kind: 'zip', file } : null, refused }
}

function takeFolder(files: readonly ChosenFile[]): Taken {
  const entries = toEntries(files)
  const refused = refusalOfFolder(entries)
  const found = { kind: 'folder', name: nameOfFolder(files), entries } as const
  return { found: refused === null ? found : null, refused }
}

async function takeDrop(transfer: DataTransfer): Promise<Taken> {
  const folder = droppedFolder(transfer)
  return folder === null ? takeZip(transfer.files[0]) : takeFolder(await filesOfFolder(folder))
}

interface TakeProperties {
  readonly onTake: (taken: Taken) => void
}

function DropZone({ chosen, onTake }: TakeProperties & Pick<Properties, 'chosen'>) {
  const { t } = useTexts()
  const [isOver, setIsOver] = useState(false)
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    onTake(await takeDrop(event.dataTransfer))
  }
  return (
    <label
      className={`drop-zone ${isOver ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <input
        type="file"
        accept=".zip,application/zip"
        className="visually-hidden"
        onChange={({ target }) => onTake(takeZip(target.files?.[0]))}
      />
      {chosen ? <ChosenWords chosen={chosen} /> : t('upload.choose')}
    </label>
  )
}

function ChosenWords({ chosen }: { readonly chosen: ChosenPackage }) {
  const { t } = useTexts()
  if (chosen.kind === 'zip') {
    const { name, size } = chosen.file
    return <>{t('upload.chosen', { name, size: describeBytes(size) })}</>
  }
  const size = chosen.entries.reduce((sum, { file }) => sum + file.size, 0)
  const { name, entries } = chosen
  const words = { name, count: entries.length, size: describeBytes(size) }
  return <>{t('upload.chosenFolder', words)}</>
}

/** A folder is chosen by a field of its own: one field takes files or folders, not both. */
function FolderButton({ onTake }: TakeProperties) {
  const { t } = useTexts()
  const field = useRef<HTMLInputElement>(null)
  return (
    <div>
      <input
        ref={field}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        data-kind="folder"
        {...{ webkitdirectory: '' }}
        onChange={({ target }) => onTake(takeFolder(filesOfInput(target.files)))}
      />
      <Button size="small" onClick={() => field.current?.click()}>
        {t('upload.chooseFolder')}
      </Button>
    </div>
  )
}
