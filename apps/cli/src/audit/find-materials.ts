/**
 * What a person named to be audited: one material, or many of them in their order.
 *
 * One: an address, an HTML file, a folder with `index.html`, an article in JSON, one page of a
 * mini-program. Many: a mini-program (each page), a folder of materials, a list with one a line.
 * Nothing is read before its turn.
 */

import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, sep } from 'node:path'
import { AppError } from '@fangxing/contract'
import type { DeclaredAnswer, Program } from '@fangxing/page'
import type { MaterialSource } from '@fangxing/server'
import type { NamedMaterial } from './named-material.ts'
import { openArticle, openForm, openPage } from './open-material.ts'
import { openProgram, openProgramPage } from './open-program.ts'
import { readAnswers, readList } from './read-list.ts'

export interface FoundMaterial {
  /** Stays the same between runs: the target, and the page where it has several. */
  readonly name: string
  open(): Promise<MaterialSource>
}

export interface FoundMaterials {
  readonly isMany: boolean
  readonly materials: readonly FoundMaterial[]
}

const HTML = ['.html', '.htm']
const ENTRY = 'index.html'
const MANIFEST = 'material.json'

export async function findMaterials(named: NamedMaterial): Promise<FoundMaterials> {
  const { target, manifest } = named
  if (extname(target) === '.jsonl') return findListed(target)
  if (/^https?:\/\//i.test(target)) return one(target, () => openAddress(target, manifest))
  const found = await stat(target).catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code === 'ENOENT' ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE'
    throw new AppError(code, { file: target }, { cause })
  })
  if (found.isDirectory()) return findInFolder(named)
  if (!HTML.includes(extname(target).toLowerCase())) return one(target, () => openArticle(target))
  return one(target, async () =>
    openPage(dirname(target), basename(target), await openForm(manifest)),
  )
}

function one(name: string, open: () => Promise<MaterialSource>): FoundMaterials {
  return { isMany: false, materials: [{ name, open }] }
}

async function openAddress(address: string, manifest: string | undefined): Promise<MaterialSource> {
  return { kind: 'address', name: address, address, form: await openForm(manifest) }
}

async function findListed(file: string): Promise<FoundMaterials> {
  const listed = await readList(file)
  const found = await Promise.all(listed.map(findMaterials))
  return { isMany: true, materials: found.flatMap(({ materials }) => materials) }
}

async function findInFolder(named: NamedMaterial): Promise<FoundMaterials> {
  const { target, manifest, page } = named
  const names = await readdir(target)
  if (page === undefined && names.includes(ENTRY)) {
    return one(target, async () => openPage(target, ENTRY, await openForm(manifest)))
  }
  const program = await openProgram(target)
  if (program !== null || page !== undefined) return findPages(named, program)
  const inside = await Promise.all(names.sort().map((name) => findBeside(target, name)))
  const materials = inside.flat()
  if (materials.length > 0) return { isMany: true, materials }
  throw new AppError('FILE_NOT_FOUND', { file: `${target}${sep}${ENTRY}` })
}

async function findPages(
  { target, manifest, page, answers }: NamedMaterial,
  program: Program | null,
): Promise<FoundMaterials> {
  if (program === null) throw new AppError('MANIFEST_MISSING', { file: target })
  const declared = answers === undefined ? [] : await readAnswers(answers)
  const pages = page === undefined ? program.pages : [page]
  const materials = pages.map((path) => toPage(target, program, path, declared, manifest))
  return { isMany: page === undefined, materials }
}

function toPage(
  target: string,
  program: Program,
  page: string,
  answers: readonly DeclaredAnswer[],
  manifest: string | undefined,
): FoundMaterial {
  return {
    name: `${target}${sep}${page}`,
    open: async () => openProgramPage(program, { page, answers }, await openForm(manifest)),
  }
}

/** A folder with a page and, beside it, what is declared of it; an article; a page in one file. */
async function findBeside(folder: string, name: string): Promise<readonly FoundMaterial[]> {
  const path = join(folder, name)
  const ending = extname(name).toLowerCase()
  if (name.startsWith('.') || ending === '.jsonl') return []
  if (ending === '.json' || HTML.includes(ending)) {
    return (await findMaterials({ target: path })).materials
  }
  const inside = await readdir(path).catch((): string[] => [])
  if (!inside.includes(ENTRY)) return []
  const manifest = inside.includes(MANIFEST) ? join(path, MANIFEST) : undefined
  return (await findMaterials({ target: path, manifest })).materials
}
