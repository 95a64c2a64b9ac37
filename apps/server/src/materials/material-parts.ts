/** The blocks of a material in reading order, from the form of an article or the look of a page. */

import type { MaterialBlock } from '@fangxing/contract'
import type { PageSight } from '@fangxing/page'
import type { FormBlock, MaterialForm } from './material-form.ts'

export type MaterialPart = Omit<MaterialBlock, 'start'>

export function toArticleParts({ blocks }: MaterialForm): readonly MaterialPart[] {
  return blocks.map(toPart)
}

function toPart(block: FormBlock): MaterialPart {
  if ('text' in block) return { kind: block.kind, text: block.text, ref: null }
  return 'src' in block
    ? { kind: block.kind, text: '', ref: block.src }
    : { kind: 'card', text: '', ref: block.id }
}

const KINDS = {
  heading: 'heading',
  text: 'paragraph',
  picture: 'picture',
  video: 'video',
  card: 'card',
  advert: 'advert',
  bar: 'advert',
} as const

/**
 * Of the common viewport; the title is no part of the body, nor is what an advert or card says, nor
 * what only surrounds the content.
 */
export function toPageParts({ runs }: PageSight): readonly MaterialPart[] {
  return (runs[0]?.blocks ?? []).flatMap(({ kind, text, ref, isAround }) => {
    if (kind === 'title' || isAround === true) return []
    const isProse = kind === 'heading' || kind === 'text'
    return [{ kind: KINDS[kind], text: isProse ? text : '', ref }]
  })
}

/** The words around the content, a line for each block; empty where all of it is content. */
export function toAround({ runs }: PageSight): string {
  const around = (runs[0]?.blocks ?? []).filter(({ isAround }) => isAround === true)
  return around.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n')
}
