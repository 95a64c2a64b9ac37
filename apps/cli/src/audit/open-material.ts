/**
 * What a person named to be audited: an address, an HTML file, a folder with a page, or an article.
 *
 * Files beside the page or article are read with it, so that its pictures are found; hidden files
 * and links are left out, and the whole is bounded.
 */

import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, relative, sep } from 'node:path'
import { AppError } from '@fangxing/contract'
import {
  EMPTY_FORM,
  type MaterialForm,
  type MaterialSource,
  readMaterialForm,
} from '@fangxing/server'
import { readFolder } from '@fangxing/server/archive'

const HTML = ['.html', '.htm']
const ENTRY = 'index.html'

export async function openMaterial(
  target: string,
  manifest: string | undefined,
): Promise<MaterialSource> {
  const declared = manifest === undefined ? EMPTY_FORM : readMaterialForm(await readText(manifest))
  if (/^https?:\/\//i.test(target)) {
    return { kind: 'address', name: target, address: target, form: declared }
  }
  const found = await stat(target).catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE'
    throw new AppError(code, { file: target }, { cause })
  })
  if (found.isDirectory()) return openPage(target, ENTRY, declared)
  if (HTML.includes(extname(target).toLowerCase())) {
    return openPage(dirname(target), basename(target), declared)
  }
  return openArticle(target)
}

async function openPage(
  folder: string,
  entry: string,
  form: MaterialForm,
): Promise<MaterialSource> {
  const files = await readFolder(folder)
  if (!files.has(entry)) throw new AppError('FILE_NOT_FOUND', { file: `${folder}${sep}${entry}` })
  return { kind: 'page', name: entry, entry, files, form }
}

async function openArticle(file: string): Promise<MaterialSource> {
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
