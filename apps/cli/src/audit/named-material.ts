/** A material as a person or a list names it: where it is, and the files that come with it. */

export interface NamedMaterial {
  readonly target: string
  readonly manifest?: string | undefined
  /** A registered page of a mini-program. */
  readonly page?: string | undefined
  /** A file with what servers answer. */
  readonly answers?: string | undefined
}
