/**
 * Reads what ffmpeg's `metadata=print` filter writes: for each frame its time, then its values.
 *
 * Bytes go in as they come, in any pieces; `onFrame` is called once a frame is complete, in order.
 * A frame is `frame:12 pts:… pts_time:0.48` followed by lines `lavfi.name=value`. Lines of any
 * other form are passed over. Holds one frame.
 */

export interface FrameValues {
  /** Seconds. */
  readonly at: number
  /** By key without its `lavfi.`, e.g. `black_start`. */
  readonly values: ReadonlyMap<string, string>
}

export interface MetadataReader {
  add(chunk: Buffer): void
  /** Hands on the last frame. */
  end(): void
}

const FRAME = /^frame:\d+ .*pts_time:(-?[\d.]+)/

export function readMetadata(onFrame: (frame: FrameValues) => void): MetadataReader {
  let rest = ''
  let at: number | undefined
  let values = new Map<string, string>()
  const flush = () => {
    if (at !== undefined) onFrame({ at, values })
    values = new Map()
  }
  const take = (line: string) => {
    const [, time] = FRAME.exec(line) ?? []
    if (time !== undefined) {
      flush()
      at = Number(time)
      return
    }
    const split = line.indexOf('=')
    if (line.startsWith('lavfi.') && split > 0) {
      values.set(line.slice('lavfi.'.length, split), line.slice(split + 1).trim())
    }
  }
  return {
    add(chunk) {
      const lines = (rest + chunk.toString('latin1')).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) take(line)
    },
    end() {
      take(rest)
      rest = ''
      flush()
      at = undefined
    },
  }
}
