/** Runs the command in this process. */

import { enableCompileCache } from 'node:module'

// What Node makes of the sources is kept between runs: half of a short command's time otherwise.
enableCompileCache()

const { run } = await import('./run.ts')
const { ALL_COMMANDS } = await import('./commands/all.ts')
const { openTerminal } = await import('./terminal/terminal.ts')

const args = process.argv.slice(2)
process.exitCode = await run(args, openTerminal(args), ALL_COMMANDS)
