/** The files of a folder that was dropped onto the page or chosen in a dialog, each with its path. */

import type { ChosenFile } from './pack-folder.ts'

export function filesOfInput(list: FileList | null): readonly ChosenFile[] {
  return [...(list ?? [])].map((file) => ({
    path: file.webkitRelativePath || file.name,
    size: file.size,
    content: file,
  }))
}

/** The folder among what was dropped; null when it was files only. */
export function droppedFolder(transfer: DataTransfer): FileSystemDirectoryEntry | null {
  for (const item of transfer.items) {
    const entry = item.webkitGetAsEntry()
    if (entry?.isDirectory) return entry as FileSystemDirectoryEntry
  }
  return null
}

export async function filesOfFolder(
  folder: FileSystemDirectoryEntry,
): Promise<readonly ChosenFile[]> {
  const files: ChosenFile[] = []
  for (const entry of await readEntries(folder)) {
    if (entry.isDirectory) {
      files.push(...(await filesOfFolder(entry as FileSystemDirectoryEntry)))
    } else {
      const file = await readFile(entry as FileSystemFileEntry)
      files.push({ path: entry.fullPath.replace(/^\//, ''), size: file.size, content: file })
    }
  }
  return files
}

/** A reader gives a hundred at a time, and then none. */
async function readEntries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

function readFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}
