/**
 * A frame as brightness alone, and the stream of them that ffmpeg writes.
 *
 * Binary PGM: `P5`, width, height, 255, then one byte per pixel in rows. Each frame brings its own
 * size, so that nothing has to be known beforehand. Source: netpbm, PGM format specification.
 */

export interface GrayFrame {
  readonly width: number
  readonly height: number
  /** Rows from the top, 0 black to 255 white. */
  readonly data: Uint8Array
}

const HEADER = /^P5\s(\d+)\s(\d+)\s255\s/
const MAX_HEADER = 40

/** Takes bytes in any pieces; `onFrame` is called for every frame that is whole. */
export function readGrayFrames(onFrame: (frame: GrayFrame) => void): (chunk: Buffer) => void {
  let pieces: Buffer[] = []
  let held = 0
  let needed = 1
  return (chunk) => {
    pieces.push(chunk)
    held += chunk.length
    if (held < needed) return
    let bytes = Buffer.concat(pieces)
    for (;;) {
      const header = HEADER.exec(bytes.subarray(0, MAX_HEADER).toString('latin1'))
      if (!header) break
      const [text, width, height] = [header[0], Number(header[1]), Number(header[2])]
      const end = text.length + width * height
      needed = end
      if (bytes.length < end) break
      onFrame({ width, height, data: bytes.subarray(text.length, end) })
      bytes = bytes.subarray(end)
      needed = 1
    }
    pieces = [bytes]
    held = bytes.length
  }
}
