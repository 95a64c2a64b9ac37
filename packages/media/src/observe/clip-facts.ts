/**
 * The facts that can be asked about a video or a sound, in the order in which they are had.
 *
 * What the headers say (length, size, streams) is always given and not listed. A name is the field
 * of `VideoFacts` or `SoundFacts` that it fills.
 */

export const CLIP_FACTS = [
  'black',
  'frozen',
  'sceneCuts',
  'blur',
  'blockiness',
  'shake',
  'interlacedShare',
  'repeatedShare',
  'decodeErrors',
  'silent',
  'loudness',
  'frames',
  'cover',
  'subtitles',
  'speech',
] as const

export type ClipFact = (typeof CLIP_FACTS)[number]

/** Those that only a picture track has, and those that only a sound track has. */
export const VIDEO_FACTS: ReadonlySet<ClipFact> = new Set([
  ...['black', 'frozen', 'sceneCuts', 'blur', 'blockiness', 'shake'],
  ...['interlacedShare', 'repeatedShare', 'decodeErrors', 'frames', 'cover', 'subtitles'],
] as ClipFact[])
export const SOUND_FACTS: ReadonlySet<ClipFact> = new Set(['silent', 'loudness', 'speech'])

export function isClipFact(name: string): name is ClipFact {
  return (CLIP_FACTS as readonly string[]).includes(name)
}
