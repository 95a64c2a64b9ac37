/** The figures of one evaluation, and whether they reach what is promised. */

/** What a guard can be said to be. */
export const KINDS = ['yes', 'no', 'ineffective', 'unknown', 'platform'] as const
export type Kind = (typeof KINDS)[number]

/** Promised for labelled programs; see `npm run bar preflight`. */
export const WANTED = {
  filing: 11 / 12,
  recall: 0.95,
  precision: 0.8,
  guards: 0.9,
  categories: 0.8,
} as const

export class Tally {
  readonly guards = new Map<string, number>()
  found = 0
  right = 0
  wanted = 0
  wantedFound = 0
  filings = 0
  filingsRight = 0
  categories = 0
  categoriesRight = 0
  checksWanted = 0
  checksFound = 0
  durationMs = 0

  /** Verdicts that agree, and all that were compared. */
  guardsRight(): readonly [number, number] {
    const all = [...this.guards.values()].reduce((sum, count) => sum + count, 0)
    return [KINDS.reduce((sum, kind) => sum + (this.guards.get(`${kind}>${kind}`) ?? 0), 0), all]
  }

  /** “Cannot be told” that was turned into an answer: must be none. */
  decided(): number {
    return KINDS.filter((kind) => kind !== 'unknown').reduce(
      (sum, kind) => sum + (this.guards.get(`unknown>${kind}`) ?? 0),
      0,
    )
  }
}

export interface Figure {
  readonly name: string
  readonly text: string
  readonly holds: boolean
}

export function figuresOf(tally: Tally): readonly Figure[] {
  const share = (name: string, part: number, whole: number, least: number): Figure => ({
    name,
    text: `${name} ${part}/${whole} = ${(part / Math.max(1, whole)).toFixed(3)} of ${least.toFixed(3)}`,
    holds: part >= least * whole,
  })
  const [agreed, judged] = tally.guardsRight()
  return [
    share('filing', tally.filingsRight, tally.filings, WANTED.filing),
    share('entries recall', tally.wantedFound, tally.wanted, WANTED.recall),
    share('entries precision', tally.right, tally.found, WANTED.precision),
    share('guards', agreed, judged, WANTED.guards),
    {
      name: 'decided',
      text: `“cannot be told” turned into an answer ${tally.decided()} of 0`,
      holds: tally.decided() === 0,
    },
    share('categories', tally.categoriesRight, tally.categories, WANTED.categories),
  ]
}

/** The table of guards: what is, against what was said. */
export function guardTable(tally: Tally): readonly string[] {
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell) => String(cell).padEnd(12)).join('')
  return [
    line(['is \\ said', ...KINDS]),
    ...KINDS.map((is) =>
      line([is, ...KINDS.map((said) => tally.guards.get(`${is}>${said}`) ?? 0)]),
    ),
  ]
}
