/** A page of a mini-program's source as a material: drawn as a page in files. */

import { AppError } from '@fangxing/contract'
import { drawPage, findProgram, type PageWish, type Program } from '@fangxing/page'
import type { MaterialForm, MaterialSource } from '@fangxing/server'
import { readFolder } from '@fangxing/server/archive'

/** Null: there is no mini-program in the folder. */
export async function openProgram(folder: string): Promise<Program | null> {
  return findProgram(await readFolder(folder))
}

export function openProgramPage(
  program: Program,
  wish: PageWish,
  form: MaterialForm,
): MaterialSource {
  const [path = ''] = wish.page.split('?')
  if (!program.pages.includes(path)) {
    throw new AppError('FILE_NOT_FOUND', { page: path, pages: program.pages })
  }
  return { kind: 'page', name: wish.page, ...drawPage(program, wish), form }
}
