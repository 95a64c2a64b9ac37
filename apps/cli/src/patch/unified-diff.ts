/**
 * The difference of two texts in the unified form that `git apply` and `patch` take.
 *
 * Lines, three around each change. Longest common lines, after what both texts begin and end with is
 * set aside: quadratic in the rest, which for suggested changes is a few hundred lines; beyond
 * `MAX_CELLS` the rest is given as replaced whole.
 */

const AROUND = 3
const MAX_CELLS = 4_000_000

interface Edit {
  readonly kind: ' ' | '-' | '+'
  readonly line: string
}

/** Empty when nothing differs. `before` is absent for a file that is added. */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  const edits = editsOf(toLines(before ?? ''), toLines(after))
  const hunks = hunksOf(edits)
  if (hunks.length === 0) return ''
  const from = before === undefined ? '/dev/null' : `a/${path}`
  const head =
    before === undefined ? [`diff --git a/${path} b/${path}`, 'new file mode 100644'] : []
  return `${[...head, `--- ${from}`, `+++ b/${path}`, ...hunks].join('\n')}\n`
}

/** A last line without an end keeps a mark, so that it differs from one with. */
function toLines(text: string): readonly string[] {
  if (text === '') return []
  const lines = text.split('\n')
  const last = lines.pop() ?? ''
  return last === '' ? lines : [...lines, `${last}\n\\ No newline at end of file`]
}

function editsOf(before: readonly string[], after: readonly string[]): readonly Edit[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before.at(-1 - tail) === after.at(-1 - tail)
  )
    tail += 1
  const same = (line: string): Edit => ({ kind: ' ', line })
  return [
    ...before.slice(0, head).map(same),
    ...between(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ]
}

function between(before: readonly string[], after: readonly string[]): readonly Edit[] {
  const removed = before.map((line): Edit => ({ kind: '-', line }))
  const added = after.map((line): Edit => ({ kind: '+', line }))
  if (before.length * after.length > MAX_CELLS) return [...removed, ...added]
  const width = after.length + 1
  const common = new Uint32Array((before.length + 1) * width)
  const at = (row: number, column: number) => common[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const edits: Edit[] = []
  let row = 0
  let column = 0
  while (row < before.length || column < after.length) {
    const isBoth = row < before.length && column < after.length
    if (isBoth && before[row] === after[column]) {
      edits.push({ kind: ' ', line: before[row] ?? '' })
      row += 1
      column += 1
    } else if (column >= after.length || (isBoth && at(row + 1, column) >= at(row, column + 1))) {
      edits.push({ kind: '-', line: before[row] ?? '' })
      row += 1
    } else {
      edits.push({ kind: '+', line: after[column] ?? '' })
      column += 1
    }
  }
  return edits
}

function hunksOf(edits: readonly Edit[]): readonly string[] {
  const changes = edits.flatMap(({ kind }, index) => (kind === ' ' ? [] : [index]))
  const ranges: [start: number, end: number][] = []
  for (const index of changes) {
    const start = Math.max(0, index - AROUND)
    const last = ranges.at(-1)
    if (last && start <= last[1]) last[1] = Math.min(edits.length, index + AROUND + 1)
    else ranges.push([start, Math.min(edits.length, index + AROUND + 1)])
  }
  return ranges.flatMap(([start, end]) => {
    const count = (list: readonly Edit[], without: Edit['kind']) =>
      list.filter(({ kind }) => kind !== without).length
    const [before, part] = [edits.slice(0, start), edits.slice(start, end)]
    const range = (without: '-' | '+') => {
      const lines = count(part, without)
      return `${count(before, without) + (lines === 0 ? 0 : 1)},${lines}`
    }
    return [
      `@@ -${range('+')} +${range('-')} @@`,
      ...part.map(({ kind, line }) => `${kind}${line}`),
    ]
  })
}
