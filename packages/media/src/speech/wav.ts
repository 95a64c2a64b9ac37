/**
 * Plain samples as a WAV file: 16 kHz, mono, 16 bits, which every recogniser takes.
 *
 * Source: RIFF WAVE, Microsoft and IBM 1991: a header of 44 bytes before the samples.
 */

export const RATE = 16_000
const BYTES_PER_SAMPLE = 2
export const HEADER_BYTES = 44

export function toWav(samples: Buffer): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('RIFF', 0)
  header.writeUInt32LE(HEADER_BYTES - 8 + samples.length, 4)
  header.write('WAVEfmt ', 8)
  header.writeUInt32LE(16, 16)
  header.writeUInt16LE(1, 20)
  header.writeUInt16LE(1, 22)
  header.writeUInt32LE(RATE, 24)
  header.writeUInt32LE(RATE * BYTES_PER_SAMPLE, 28)
  header.writeUInt16LE(BYTES_PER_SAMPLE, 32)
  header.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34)
  header.write('data', 36)
  header.writeUInt32LE(samples.length, 40)
  return Buffer.concat([header, samples])
}

export function secondsOf(wav: Uint8Array): number {
  return Math.max(0, wav.length - HEADER_BYTES) / (RATE * BYTES_PER_SAMPLE)
}
