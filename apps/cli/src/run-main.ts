/** Runs the command in this process. */

import { run } from './run.ts'
import { openTerminal } from './terminal/terminal.ts'

const args = process.argv.slice(2)
process.exitCode = await run(args, openTerminal(args))
