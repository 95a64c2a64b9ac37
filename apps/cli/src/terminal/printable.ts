/**
 * Foreign text made safe for a terminal.
 *
 * File names, words of a package and answers of a server may hold escape sequences that would move
 * the cursor or recolour the screen, and marks that reverse the reading order. Those become
 * visible; line breaks become spaces, so that one finding stays one line.
 */

/** C0 and C1 controls, delete, and the bidirectional embeddings, overrides and isolates. */
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

export function toPrintable(text: string): string {
  return text.replace(/\r\n|[\n\r\t]/g, ' ').replace(UNSAFE, (unit) => {
    const code = unit.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${code}`
  })
}
