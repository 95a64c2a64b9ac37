/**
 * How many characters were read wrongly: Levenshtein's distance over the length of what was written.
 *
 * Line by line: each written line is held against the part of the reading that is nearest to it, so
 * that the order of lines costs nothing. Spaces and case do not count. 0 to 1 for each line. Pure.
 */

export function characterErrors(written: readonly string[], read: string): number {
  const lines = read
    .split('\n')
    .map(plain)
    .filter((line) => line !== '')
  const errors = written.map((line) => {
    const wanted = plain(line)
    const best = Math.min(wanted.length, ...lines.map((line) => distance(wanted, line)))
    return best / wanted.length
  })
  return errors.reduce((sum, error) => sum + error, 0) / written.length
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s/g, '')
}

/** O(n·m) time, O(m) space. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
