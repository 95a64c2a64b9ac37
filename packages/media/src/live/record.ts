/**
 * Records a stretch of a stream that only ffmpeg can speak to: RTMP and RTSP.
 *
 * This is the one place where ffmpeg opens a connection, and only to an address whose use the caller
 * allowed. ffmpeg resolves names by itself, so an address that must not lead elsewhere has to name a
 * number. No other protocol can be reached from there, no file can be read.
 */

import type { Wording } from '@fangxing/contract'
import type { Ffmpeg } from '../clip/find-ffmpeg.ts'
import { QUIET } from '../clip/input-args.ts'
import { runBounded } from '../clip/run-bounded.ts'
import type { Stretch, StretchOptions } from './take-stretch.ts'

const PROTOCOLS: Readonly<Record<string, string>> = {
  'rtmp:': 'rtmp,tcp',
  'rtmps:': 'rtmps,tls,tcp',
  'rtsp:': 'rtsp,rtp,udp,tcp',
}
/** Connecting, and waiting for the first whole picture. */
const PATIENCE_SECONDS = 20

/** True when the address is of a kind that only ffmpeg can open. */
export function needsFfmpeg(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol in PROTOCOLS
}

export async function recordStretch(
  ffmpeg: Ffmpeg,
  url: string,
  { seconds, maxBytes, signal }: StretchOptions,
): Promise<Stretch> {
  const chunks: Buffer[] = []
  const { protocol } = new URL(url)
  const allowed = ['-protocol_whitelist', PROTOCOLS[protocol] ?? '']
  const transport = protocol === 'rtsp:' ? ['-rtsp_transport', 'tcp'] : []
  const copy = ['-t', String(seconds), '-c', 'copy', '-f', 'matroska', 'pipe:1']
  await runBounded({
    program: ffmpeg.ffmpeg,
    args: [...QUIET, ...allowed, ...transport, '-i', url, ...copy],
    bounds: {
      maxMs: (seconds + PATIENCE_SECONDS) * 1000,
      maxMemoryBytes: 2 ** 31,
      maxOutputBytes: maxBytes,
    },
    readers: { 1: (chunk) => chunks.push(chunk) },
    signal,
  })
  const bytes = Buffer.concat(chunks)
  return bytes.length === 0 ? { ok: false, because: SILENT } : { ok: true, bytes, isEnded: false }
}

const SILENT: Wording = {
  zh: '直播流没有内容：连不上，或没有开播。',
  en: 'The live stream gave nothing: it cannot be reached, or nobody is live.',
}
