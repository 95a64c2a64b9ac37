/**
 * Which account runs PostgreSQL. Its programs refuse to run as root, so as root another one does.
 *
 * As root: whoever owns the cluster already, else `postgres`, else `nobody`. Otherwise: ourselves.
 */

import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { cannotStart } from './cannot-start.ts'

export interface Account {
  readonly uid: number
  readonly gid: number
}

/** In order of preference; the first that exists is taken. */
const ACCOUNT_NAMES = ['postgres', 'nobody']

/** Null: run as we are. `cluster` need not exist. */
export function chooseAccount(cluster: string): Account | null {
  if (process.geteuid?.() !== 0) return null
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }

  for (const name of ACCOUNT_NAMES) {
    const uid = askId('-u', name)
    const gid = askId('-g', name)
    if (uid && gid) return { uid, gid }
  }
  throw cannotStart(
    `PostgreSQL does not run as root, and there is no account ${ACCOUNT_NAMES.join(' or ')}: start as another user`,
  )
}

function askId(what: '-u' | '-g', name: string): number | null {
  const answer = spawnSync('id', [what, name], { encoding: 'utf8' })
  return answer.status === 0 ? Number(answer.stdout) : null
}
