/** What a command tells the shell. A failure of the tool is never mistaken for a clean result. */
export const EXIT = {
  /** Nothing to hold against the input. */
  clean: 0,
  /** The command worked, and the input has findings, or the record is broken. */
  findings: 1,
  /** The command could not do its work: bad arguments, unreadable input, no server. */
  failure: 2,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
