/**
 * Where the embedded database listens, and the URL under which this process reaches it.
 *
 * A socket in the cluster's own folder (mode 0700: the folder is the password), or a loopback port
 * with a password where there are no sockets. A socket's path may have 103 bytes at most; a longer
 * one is reached through a short link in the temporary folder.
 */

import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DATABASE_USER } from './cluster.ts'

/** `sun_path` holds 104 bytes on macOS, 108 on Linux, the closing NUL included. */
const MAX_SOCKET_BYTES = 103
const SOCKET_NAME = '.s.PGSQL.5432'

export interface Endpoint {
  /** Settings for the `postgres` program. */
  readonly settings: readonly string[]
  urlOf(database: string): string
  /** Removes what was made outside of the data directory. */
  remove(): void
}

export function socketEndpoint(clusterPath: string): Endpoint {
  const path = join(clusterPath, SOCKET_NAME)
  const link = Buffer.byteLength(path) > MAX_SOCKET_BYTES ? linkTo(clusterPath) : null
  const host = encodeURIComponent(link?.path ?? clusterPath)
  return {
    // Relative to the cluster: no length limit there, and reachable for any account.
    settings: ['listen_addresses=', 'unix_socket_directories=.', 'unix_socket_permissions=0700'],
    urlOf: (database) => `postgresql://${DATABASE_USER}@localhost/${database}?host=${host}`,
    remove: () => link?.remove(),
  }
}

export async function loopbackEndpoint(password: string): Promise<Endpoint> {
  const port = await findFreePort()
  const login = `${DATABASE_USER}:${encodeURIComponent(password)}`
  return {
    settings: ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='],
    urlOf: (database) => `postgresql://${login}@127.0.0.1:${port}/${database}`,
    remove() {},
  }
}

function linkTo(target: string): { path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'fangxing-'))
  const path = join(folder, 's')
  symlinkSync(target, path)
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
