/**
 * The screens and pictures of a material, made small, with the boxes of what was found on them.
 *
 * A finding of the page is drawn on every screen that its box touches.
 */

import type { Box, Finding } from '@fangxing/contract'
import sharp from 'sharp'
import type { AuditReport } from './report.ts'

export interface Plate {
  readonly name: string
  /** Of the original, in pixels; boxes are in the same. */
  readonly width: number
  readonly height: number
  /** `data:` address of the small picture. */
  readonly address: string
  readonly boxes: readonly Box[]
}

const WIDTH = 375
const QUALITY = 60
const MOST_PLATES = 40

export async function drawPlates({ observed, assessment }: AuditReport): Promise<readonly Plate[]> {
  const findings = assessment.rows.flatMap(({ outcome }) =>
    outcome.kind === 'violation'
      ? outcome.findings
      : outcome.kind === 'undetermined'
        ? (outcome.evidence ?? [])
        : [],
  )
  const screens = [...observed.screenshots].map(([name, bytes]) => ({
    name,
    bytes,
    boxes: boxesOnScreen(findings, name),
  }))
  const pictures = [...observed.media].map(([name, bytes]) => ({
    name,
    bytes,
    boxes: findings.flatMap(({ place }) =>
      place.kind === 'picture' && place.picture === name && place.box ? [place.box] : [],
    ),
  }))
  const plates: Plate[] = []
  for (const { name, bytes, boxes } of [...screens, ...pictures].slice(0, MOST_PLATES)) {
    const plate = await drawPlate(name, bytes, boxes)
    if (plate !== null) plates.push(plate)
  }
  return plates
}

/** The name of a screen says which one it is: `375x812@1624.png`. */
function boxesOnScreen(findings: readonly Finding[], name: string): readonly Box[] {
  const [, width, height, top] = (/^(\d+)x(\d+)@([\d.]+)/.exec(name) ?? []).map(Number)
  if (width === undefined || height === undefined || top === undefined) return []
  return findings.flatMap(({ place }) => {
    if (place.kind !== 'page' || place.box === undefined) return []
    const { box } = place
    const isOn = box.y < top + height && box.y + box.height > top
    if (place.width !== undefined && place.width !== width) return []
    return isOn ? [{ ...box, y: box.y - top }] : []
  })
}

async function drawPlate(
  name: string,
  bytes: Uint8Array,
  boxes: readonly Box[],
): Promise<Plate | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: 50_000_000 }).rotate()
    const { width, height } = await picture
      .clone()
      .toBuffer({ resolveWithObject: true })
      .then(({ info }) => info)
    const small = await picture
      .resize({ width: WIDTH, withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: QUALITY })
      .toBuffer()
    const address = `data:image/jpeg;base64,${small.toString('base64')}`
    return { name, width, height, address, boxes }
  } catch {
    return null
  }
}
