/**
 * Runs one `fangxing` command: parses the arguments, does the work, answers the exit code.
 *
 * Never throws: whatever goes wrong becomes one sentence on standard error and exit code 2.
 */

import { CommanderError } from 'commander'
import { describeFailure } from './failure/describe-failure.ts'
import { EXIT, type ExitCode } from './failure/exit-code.ts'
import { describeRefusal, UsageError } from './failure/usage-error.ts'
import { type AddCommand, buildProgram } from './program.ts'
import type { Terminal } from './terminal/terminal.ts'

export async function run(
  args: readonly string[],
  terminal: Terminal,
  commands: readonly AddCommand[],
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.clean
  const context = {
    terminal,
    run: async (work: () => ExitCode | Promise<ExitCode>) => {
      exitCode = await work()
    },
  }
  const program = buildProgram(context, commands)

  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.clean
    // Called without a command, the library has printed the help on standard error already.
    if (error instanceof CommanderError && error.code === 'commander.help') return EXIT.failure
    return fail(error, terminal)
  }
}

function fail(error: unknown, terminal: Terminal): ExitCode {
  const known = error instanceof CommanderError ? new UsageError(describeRefusal(error)) : error
  terminal.complain(`fangxing: ${describeFailure(known, terminal.language)}`)
  if (known instanceof UsageError) {
    const hint = { zh: '用 fangxing --help 查看用法。', en: 'See fangxing --help.' }
    terminal.complain(terminal.words(hint))
  }
  return EXIT.failure
}
