/**
 * How common an ordinary word is: the binary logarithm of its count, 0 for what is none.
 *
 * Rows are those of the ordinary words: the logarithm, a length, and the words of that length in one.
 */

export type Commonness = ReadonlyMap<string, number>

export function readCommonness(rows: readonly string[]): Commonness {
  const common = new Map<string, number>()
  for (const row of rows) {
    const [bits = '', length = '', words = ''] = row.split(' ')
    for (let at = 0; at < words.length; at += Number(length)) {
      common.set(words.slice(at, at + Number(length)), Number(bits))
    }
  }
  return common
}
