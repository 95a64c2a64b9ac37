/**
 * The only way in which a live stream is reached: a function that the caller brings.
 *
 * It decides for every address whether it may be called (playlists name further ones), and how:
 * a server passes its guarded door, which pins names and refuses inner networks. Nothing here opens a
 * connection by itself. It rejects when it refuses or cannot.
 */

export interface OpenedStream {
  /** After redirects: what relative addresses are relative to. */
  readonly url: string
  readonly body: AsyncIterable<Uint8Array>
}

export type OpenStream = (url: string, signal: AbortSignal) => Promise<OpenedStream>

export interface ReadBounds {
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/** All of it; throws when it is longer than the bound. */
export async function readWhole(
  open: OpenStream,
  url: string,
  { maxBytes, signal }: ReadBounds,
): Promise<{ readonly url: string; readonly bytes: Buffer }> {
  const opened = await open(url, signal)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of untilAborted(opened.body, signal)) {
    size += part.length
    if (size > maxBytes) throw new Error(`longer than ${maxBytes} bytes`)
    parts.push(part)
  }
  return { url: opened.url, bytes: Buffer.concat(parts) }
}

/** Throws when the signal fires, also while the other side says nothing. */
export async function* untilAborted(
  body: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const parts = body[Symbol.asyncIterator]()
  // Anew for each part: one promise for all would keep every part that was ever raced with it.
  let stop = (_reason: unknown): void => {}
  const onAbort = () => stop(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    for (;;) {
      signal.throwIfAborted()
      const next = await new Promise<IteratorResult<Uint8Array>>((resolve, reject) => {
        stop = reject
        parts.next().then(resolve, reject)
      })
      if (next.done) return
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    // Not waited for: a side that says nothing may not answer to this either.
    void parts.return?.().then(undefined, () => {})
  }
}
