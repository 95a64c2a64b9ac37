/**
 * Parts what was measured of a picture or a clip from what it says: words that were read or heard, and
 * what codes hold.
 *
 * Measures are evidence and stay. What it says is content: kept as texts are, or not at all.
 */

import type { SeenClip, SeenPicture } from '@fangxing/contract'
import type { CheckedText } from '@fangxing/storage'

export interface Parted {
  /** As it was seen, without a word of it: where it stands stays. */
  readonly measured: object
  /** At most one text of each kind. */
  readonly texts: readonly CheckedText[]
}

export function partContent(seen: SeenPicture | SeenClip): Parted {
  return isClip(seen) ? partClip(seen) : partPicture(seen)
}

function isClip(seen: SeenPicture | SeenClip): seen is SeenClip {
  return 'video' in seen || 'sound' in seen
}

function partPicture(seen: SeenPicture): Parted {
  const { words, codes } = seen
  const measured = {
    ...seen,
    ...(words && { words: words.map(({ text, ...where }) => where) }),
    ...(codes && { codes: codes.map(({ content, ...where }) => where) }),
  }
  const texts = [
    ...toText(
      'words',
      words?.map(({ text }) => text),
    ),
    ...toText(
      'codes',
      codes?.flatMap(({ content }) => content ?? []),
    ),
  ]
  return { measured, texts }
}

function partClip(seen: SeenClip): Parted {
  const { video, sound } = seen
  const { subtitles } = video ?? {}
  const { speech } = sound ?? {}
  const measured = {
    ...seen,
    ...(video && subtitles && { video: { ...video, subtitles: withoutWords(subtitles) } }),
    ...(sound && speech && { sound: { ...sound, speech: withoutWords(speech) } }),
  }
  const texts = [
    ...toText(
      'subtitles',
      subtitles?.words.map(({ text }) => text),
    ),
    ...toText(
      'speech',
      speech?.words.map(({ text }) => text),
    ),
  ]
  return { measured, texts }
}

function withoutWords<Spoken extends { readonly words: unknown }>({ words, ...rest }: Spoken) {
  return rest
}

function toText(field: string, lines: readonly string[] = []): readonly CheckedText[] {
  return lines.length === 0 ? [] : [{ field, text: lines.join('\n') }]
}
