/**
 * Runs the scripts that set up the server of a package, once a run, so that its routes are known.
 */

import type { Machine } from '../run/machine.ts'
import { runModule } from '../run/modules.ts'
import { loadEgg } from './egg.ts'
import { findServerScripts } from './find-server-scripts.ts'
import { loadNest } from './nest.ts'
import { serversOf } from './routes.ts'

/** False when the package holds no server. */
export function loadServers(machine: Machine): boolean {
  const scripts = findServerScripts(machine.program)
  if (scripts.length === 0) return false
  const servers = serversOf(machine)
  if (servers.isLoaded) return true
  servers.isLoaded = true
  const { file } = machine
  for (const { path, framework } of scripts) {
    const exports = runModule(machine, path)
    if (framework === 'nest') loadNest(machine, path, exports)
    if (framework === 'egg') loadEgg(machine, path, exports)
  }
  machine.file = file
  return true
}
