/**
 * Says what kind of media bytes are, by their first bytes and never by a name or a header.
 *
 * Takes the beginning of a file, 32 bytes are enough; returns null for anything it does not know.
 * Reads only the signature: a file that begins right may still be damaged further on.
 *
 * Source: PNG (ISO 15948 §5.2), JPEG (ITU T.81 B.1), GIF89a, BMP, RIFF, ISO 14496-12 §4.3, Ogg
 * (RFC 3533 §6), FLAC (RFC 9639 §6), ID3v2.4 §3.1, MPEG audio frame sync (ISO 11172-3 §2.4.1.3),
 * Matroska (RFC 9559 §7), ASF §3.1, ATSC A/52 §5.4.1.
 */

export interface MediaType {
  readonly kind: 'image' | 'audio' | 'video'
  /** The registered media type, e.g. `image/png`. */
  readonly type: string
}

export function sniffMediaType(bytes: Uint8Array): MediaType | null {
  return SIGNATURES.find(({ matches }) => matches(bytes))?.found ?? null
}

interface Signature {
  readonly matches: (bytes: Uint8Array) => boolean
  readonly found: MediaType
}

/** The header object's identifier, in the byte order of the file. */
const ASF_HEADER = '\x30\x26\xb2\x75\x8e\x66\xcf\x11'

/** In this order: what a longer signature proves comes before what two bytes suggest. */
const SIGNATURES: readonly Signature[] = [
  signature('image', 'image/png', (bytes) => begins(bytes, '\x89PNG\r\n\x1a\n')),
  signature('image', 'image/jpeg', (bytes) => begins(bytes, '\xff\xd8\xff')),
  signature('image', 'image/gif', (bytes) => begins(bytes, 'GIF87a') || begins(bytes, 'GIF89a')),
  signature('image', 'image/webp', (bytes) => isRiff(bytes, 'WEBP')),
  signature('audio', 'audio/wav', (bytes) => isRiff(bytes, 'WAVE')),
  signature('video', 'video/x-msvideo', (bytes) => isRiff(bytes, 'AVI ')),
  // Matroska and WebM; ASF, which is WMA and WMV: which of the two only its inside says.
  signature('video', 'video/x-matroska', (bytes) => begins(bytes, '\x1a\x45\xdf\xa3')),
  signature('audio', 'audio/x-ms-wma', (bytes) => begins(bytes, ASF_HEADER)),
  signature('video', 'video/x-flv', (bytes) => begins(bytes, 'FLV\x01')),
  signature('audio', 'audio/mp4', (bytes) => isBaseMedia(bytes, ['M4A ', 'M4B '])),
  signature('image', 'image/heic', (bytes) => isBaseMedia(bytes, ['heic', 'heix', 'mif1'])),
  signature('image', 'image/avif', (bytes) => isBaseMedia(bytes, ['avif', 'avis'])),
  signature('video', 'video/quicktime', (bytes) => isBaseMedia(bytes, ['qt  '])),
  signature('video', 'video/mp4', (bytes) => begins(bytes, 'ftyp', 4)),
  signature('audio', 'audio/flac', (bytes) => begins(bytes, 'fLaC')),
  signature('audio', 'audio/ogg', (bytes) => begins(bytes, 'OggS')),
  signature('audio', 'audio/amr', (bytes) => begins(bytes, '#!AMR')),
  signature('audio', 'audio/mpeg', (bytes) => begins(bytes, 'ID3') || isMpegAudio(bytes)),
  signature('audio', 'audio/aac', isAdts),
  signature('audio', 'audio/ac3', (bytes) => begins(bytes, '\x0b\x77')),
  signature('image', 'image/bmp', isBitmap),
]

function signature(
  kind: MediaType['kind'],
  type: string,
  matches: Signature['matches'],
): Signature {
  return { matches, found: { kind, type } }
}

/** True when the bytes from `at` are the characters of `mark`, one byte each. */
function begins(bytes: Uint8Array, mark: string, at = 0): boolean {
  for (let index = 0; index < mark.length; index += 1) {
    if (bytes[at + index] !== mark.charCodeAt(index)) return false
  }
  return true
}

function isRiff(bytes: Uint8Array, form: string): boolean {
  return begins(bytes, 'RIFF') && begins(bytes, form, 8)
}

/** An ISO base media file: a length, `ftyp`, then its major brand. */
function isBaseMedia(bytes: Uint8Array, brands: readonly string[]): boolean {
  return begins(bytes, 'ftyp', 4) && brands.some((brand) => begins(bytes, brand, 8))
}

/**
 * Eleven bits of sync, then a version that exists and layer II or III. Layer I is out of use, and
 * its first two bytes are the byte order mark of UTF-16 text.
 */
function isMpegAudio(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0xff] = bytes
  const version = (second >> 3) & 3
  const layer = (second >> 1) & 3
  return (
    first === 0xff &&
    second >= 0xe0 &&
    version !== 1 &&
    (layer === 1 || layer === 2) &&
    third >> 4 !== 15
  )
}

/** Twelve bits of sync, then layer 0. */
function isAdts(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes
  return first === 0xff && (second & 0xf6) === 0xf0
}

/** `BM` alone begins many words; the size of the header behind it is one of the known ones. */
function isBitmap(bytes: Uint8Array): boolean {
  const headerSizes = new Set([12, 40, 52, 56, 64, 108, 124])
  return begins(bytes, 'BM') && headerSizes.has(bytes[14] ?? 0) && bytes[15] === 0
}
