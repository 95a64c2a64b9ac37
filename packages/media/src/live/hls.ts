/**
 * Reads an HLS playlist: which streams it offers, or which pieces of one there are now.
 *
 * Takes the text and its own address; addresses come out absolute. Null for anything that is not a
 * playlist. Only what is needed to take the newest pieces is read. Pure, total.
 *
 * Source: RFC 8216, §4.3.
 */

export interface Piece {
  readonly url: string
  readonly seconds: number
  /** Of the playlist's numbering; the key's vector where none is given. */
  readonly sequence: number
  readonly key?: PieceKey
  /** The part of the file that it is. */
  readonly range?: { readonly start: number; readonly length: number }
}

export interface PieceKey {
  readonly method: string
  readonly url?: string
  /** Hex. */
  readonly vector?: string
}

export type Playlist =
  | { readonly kind: 'offers'; readonly streams: readonly { url: string; bandwidth: number }[] }
  | {
      readonly kind: 'pieces'
      readonly pieces: readonly Piece[]
      /** What every piece needs in front of it (fragmented MP4). */
      readonly head?: string
      /** True when nothing will be added. */
      readonly isEnded: boolean
    }

export function readPlaylist(text: string, address: string): Playlist | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  if (lines[0]?.replace('\uFEFF', '') !== '#EXTM3U') return null
  const offers = lines.flatMap((line, index) => {
    if (!line.startsWith('#EXT-X-STREAM-INF:')) return []
    const url = toUrl(lines.slice(index + 1).find(isAddress), address)
    return url === null
      ? []
      : [{ url, bandwidth: Number(attributesOf(line).get('BANDWIDTH') ?? 0) }]
  })
  if (offers.length > 0) return { kind: 'offers', streams: offers }
  return readPieces(lines, address)
}

function readPieces(lines: readonly string[], address: string): Playlist {
  const pieces: Piece[] = []
  let [seconds, sequence, rangeEnd] = [0, 0, 0]
  let [key, range, head]: [PieceKey | undefined, Piece['range'], string | undefined] = [
    undefined,
    undefined,
    undefined,
  ]
  for (const line of lines) {
    const [tag = '', value = ''] = splitTag(line)
    if (tag === '#EXT-X-MEDIA-SEQUENCE') sequence = Number(value) || 0
    if (tag === '#EXTINF') seconds = Number.parseFloat(value) || 0
    if (tag === '#EXT-X-KEY') key = readKey(line, address)
    if (tag === '#EXT-X-MAP') head = toUrl(attributesOf(line).get('URI'), address) ?? undefined
    if (tag === '#EXT-X-BYTERANGE') range = readRange(value, rangeEnd)
    if (!isAddress(line)) continue
    const url = toUrl(line, address)
    if (url !== null)
      pieces.push({ url, seconds, sequence, ...(key && { key }), ...(range && { range }) })
    if (range) rangeEnd = range.start + range.length
    sequence += 1
    range = undefined
  }
  const isEnded = lines.includes('#EXT-X-ENDLIST')
  return { kind: 'pieces', pieces, ...(head !== undefined && { head }), isEnded }
}

function splitTag(line: string): readonly string[] {
  const split = line.indexOf(':')
  return split < 0 ? [line] : [line.slice(0, split), line.slice(split + 1)]
}

function readKey(line: string, address: string): PieceKey | undefined {
  const attributes = attributesOf(line)
  const method = attributes.get('METHOD') ?? 'NONE'
  if (method === 'NONE') return undefined
  const url = toUrl(attributes.get('URI'), address)
  const vector = attributes.get('IV')?.replace(/^0x/i, '')
  return { method, ...(url !== null && { url }), ...(vector !== undefined && { vector }) }
}

/** `length[@start]`; without a start it follows the piece before. */
function readRange(value: string, end: number): Piece['range'] {
  const [length, start] = value.split('@').map(Number)
  return length !== undefined && length > 0 ? { start: start ?? end, length } : undefined
}

/** `NAME=value` or `NAME="value"`, apart by commas. */
function attributesOf(line: string): ReadonlyMap<string, string> {
  const found = line.matchAll(/([A-Z0-9-]+)=(?:"([^"]*)"|([^,]*))/g)
  return new Map([...found].map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? '']))
}

function isAddress(line: string): boolean {
  return line !== '' && !line.startsWith('#')
}

function toUrl(address: string | undefined, from: string): string | null {
  if (address === undefined || !URL.canParse(address, from)) return null
  return new URL(address, from).href
}
