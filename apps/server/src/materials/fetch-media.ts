/** The bytes of a picture or clip that an article names by address; null when they cannot be had. */

import { type AddressPolicy, openPinned, readBody } from '../outbound/index.ts'

const POLICY = { timeoutMs: 30_000, maxBytes: 100 * 1024 * 1024, maxRedirects: 3 }

export async function fetchMedia(
  address: string,
  addresses: AddressPolicy,
): Promise<Uint8Array | null> {
  if (!/^https?:/i.test(address)) return null
  try {
    const opened = await openPinned(address, { ...POLICY, addresses })
    const { bytes, trouble } = await readBody(opened)
    return opened.status === 200 && trouble === null ? bytes : null
  } catch {
    return null
  }
}
