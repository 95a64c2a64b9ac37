/** What every command is given: the terminal, and a way to say how it ended. */

import type { ExitCode } from './failure/exit-code.ts'
import type { Terminal } from './terminal/terminal.ts'

export interface CommandContext {
  readonly terminal: Terminal
  /** Runs the command's work; its answer becomes the exit code. */
  readonly run: (work: () => Promise<ExitCode>) => Promise<void>
}
