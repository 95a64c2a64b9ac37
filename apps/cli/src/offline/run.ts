/** Runs a command that needs neither server nor database, in this process. */

import * as module from 'node:module'

// Node 20, which `npx` may find, has no such cache.
module.enableCompileCache?.()

const { run } = await import('../run.ts')
const { openTerminal } = await import('../terminal/terminal.ts')
const { OFFLINE_COMMANDS } = await import('../commands/offline.ts')

const args = process.argv.slice(2)
process.exitCode = await run(args, openTerminal(args), OFFLINE_COMMANDS)
