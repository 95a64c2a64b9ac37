/** Lines of a package around one line, for the screen that shows where a finding is. */

import { AppError, type PackageFiles } from '@fangxing/contract'
import { readArchive } from '../archive/index.ts'
import type { Ports } from '../ports.ts'

/** A screenful: what comes before and after a call is usually within it. */
const AROUND = 6

/** A minified file is one line of a megabyte; a screen shows the start of it. */
const MAX_LINE_LENGTH = 2000

export interface SourceLines {
  readonly file: string
  readonly lines: { readonly number: number; readonly text: string }[]
}

export async function readSource(
  ports: Ports,
  { releaseId, file, line }: { releaseId: string; file: string; line: number },
): Promise<SourceLines> {
  const archive = await ports.storage.releases.archive(releaseId)
  if (archive === null) throw new AppError('RELEASE_NOT_FOUND', { releaseId })
  const bytes = findFile(await readArchive(archive), file)
  if (bytes === undefined) throw new AppError('FILE_NOT_FOUND', { file })

  const all = new TextDecoder().decode(bytes).split(/\r\n|[\n\r\u2028\u2029]/)
  const from = Math.max(1, line - AROUND)
  const lines = all
    .slice(from - 1, line + AROUND)
    .map((text, index) => ({ number: from + index, text: text.slice(0, MAX_LINE_LENGTH) }))
  return { file, lines }
}

/** Places are relative to the program's root, which may lie in a folder of the archive. */
function findFile(files: PackageFiles, file: string): Uint8Array | undefined {
  const nested = () => [...files].find(([path]) => path.endsWith(`/${file}`))?.[1]
  return files.get(file) ?? nested()
}
