/** Takes one line without a line break. */
export type Log = (line: string) => void
