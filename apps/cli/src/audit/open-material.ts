/**
 * Opens one material: a page in files, or an article in JSON, with what is declared of it.
 *
 * Files beside the page or article are read with it, so that its pictures are found; hidden files
 * and links are left out, and the whole is bounded.
 */

import { readFile } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import { AppError } from '@fangxing/contract'
import {
  EMPTY_FORM,
  type MaterialForm,
  type MaterialSource,
  readMaterialForm,
} from '@fangxing/server'
import { readFolder } from '@fangxing/server/archive'

/** Nothing is declared where no manifest is named. */
export async function openForm(manifest: string | undefined): Promise<MaterialForm> {
  return manifest === undefined ? EMPTY_FORM : readMaterialForm(await readText(manifest))
}

export async function openPage(
  folder: string,
  entry: string,
  form: MaterialForm,
): Promise<MaterialSource> {
  const files = await readFolder(folder)
  if (!files.has(entry)) throw new AppError('FILE_NOT_FOUND', { file: `${folder}${sep}${entry}` })
  return { kind: 'page', name: entry, entry, files, form }
}

export async function openArticle(file: string): Promise<MaterialSource> {
  const form = readMaterialForm(await readText(file))
  const files = await readFolder(dirname(file))
  return { kind: 'article', name: relative(process.cwd(), file) || file, files, form }
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE'
    throw new AppError(code, { file }, { cause })
  })
}
