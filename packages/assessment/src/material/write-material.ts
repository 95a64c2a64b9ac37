/** Every text of a material: title, body, names of cards, words in pictures, speech in clips. */

import type {
  ClipPlace,
  MaterialFacts,
  PicturePlace,
  SeenCard,
  SeenClip,
  SeenPicture,
  VocabularyHit,
  WrittenText,
} from '@fangxing/contract'
import { type TextEngines, writeText } from './write-text.ts'

export interface MaterialParts {
  readonly material: MaterialFacts
  readonly cards?: readonly SeenCard[] | undefined
  readonly pictures?: readonly SeenPicture[] | undefined
  readonly clips?: readonly SeenClip[] | undefined
}

const LINE_BREAK = '\n'
/** The field in which words around the content stand. */
export const AROUND = 'around'

export function writeMaterial(
  { material, cards = [], pictures = [], clips = [] }: MaterialParts,
  engines: TextEngines,
): readonly WrittenText[] {
  const body = toBody(material)
  return [
    ...(material.title === null ? [] : [writeField('title', material.title, engines)]),
    ...(body.trim() === '' ? [] : [writeField('body', body, engines)]),
    ...cards.map(({ id, title, place }) => writeText(`card:${id}`, title, place, engines)),
    ...pictures.flatMap((picture) => writePicture(picture, engines)),
    ...clips.flatMap((clip) => writeClip(clip, engines)),
  ]
}

/** What stands on the page around the content, as a text of its own: no rule takes it for the material. */
export function writeAround(
  { around = '' }: MaterialFacts,
  engines: TextEngines,
): readonly WrittenText[] {
  return around.trim() === '' ? [] : [writeField(AROUND, around, engines)]
}

/** The texts of all blocks, as their places count them. */
export function toBody({ blocks }: Pick<MaterialFacts, 'blocks'>): string {
  return blocks.map(({ text }) => text).join(LINE_BREAK)
}

function writeField(field: string, text: string, engines: TextEngines): WrittenText {
  return writeText(field, text, { kind: 'text', field, start: 0, end: text.length }, engines)
}

/** Lines of a picture joined; a word that is found stands in the box of its line. */
function writePicture({ name, words = [] }: SeenPicture, engines: TextEngines) {
  if (words.length === 0) return []
  const place = { kind: 'picture', picture: name } as const
  return [
    writeLines(
      name,
      words.map(({ text, box }) => ({ text, place: { ...place, box } })),
      place,
      engines,
    ),
  ]
}

function writeClip({ name, video, sound }: SeenClip, engines: TextEngines): readonly WrittenText[] {
  const spoken = [...(sound?.speech?.words ?? []), ...(video?.subtitles?.words ?? [])]
  const place = {
    kind: 'clip',
    clip: name,
    from: 0,
    to: video?.duration ?? sound?.duration ?? 0,
  } as const
  const lines = spoken.map(({ text, from, to }) => ({ text, place: { ...place, from, to } }))
  const frames = (video?.frames ?? []).flatMap(({ at, picture }) =>
    (picture.words ?? []).map(({ text, box }) => ({
      text,
      place: { ...place, from: at, to: at, box },
    })),
  )
  const all = [...lines, ...frames]
  return all.length === 0 ? [] : [writeLines(name, all, place, engines)]
}

interface Line {
  readonly text: string
  readonly place: ClipPlace | PicturePlace
}

function writeLines(
  field: string,
  lines: readonly Line[],
  whole: ClipPlace | PicturePlace,
  engines: TextEngines,
): WrittenText {
  const text = lines.map((line) => line.text).join(LINE_BREAK)
  const written = writeText(field, text, whole, engines)
  return {
    ...written,
    words: written.words.map((hit) => ({ ...hit, place: lineAt(lines, hit) ?? whole })),
  }
}

/** The place of the line in which a hit begins. */
function lineAt(
  lines: readonly Line[],
  { place }: VocabularyHit,
): ClipPlace | PicturePlace | undefined {
  if (place.kind !== 'text') return undefined
  let end = 0
  return lines.find(({ text }) => {
    end += text.length + LINE_BREAK.length
    return place.start < end
  })?.place
}
