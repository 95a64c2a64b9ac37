/**
 * Whether the pictures of a submission can be had and are as large as they must be.
 *
 * Fetched once, bounded, through the one door to strangers; their sizes are read by the media engine
 * in its own processes. A width that is off its ratio by up to a twentieth is taken.
 */

import { sniffMediaType } from '@fangxing/media'
import { fetchMedia } from '../materials/fetch-media.ts'
import type { Ports } from '../ports.ts'
import type { Problem } from './fields.ts'
import type { PictureLimit } from './limits.ts'
import type { PictureToCheck } from './read-resource.ts'

const RATIO_SLACK = 0.05
const TYPES = ['image/jpeg', 'image/png']

export async function checkPictures(
  ports: Ports,
  pictures: readonly PictureToCheck[],
): Promise<readonly Problem[]> {
  const problems = await Promise.all(pictures.map((picture) => checkPicture(ports, picture)))
  return problems.filter((problem) => problem !== null)
}

async function checkPicture(
  { outside, media, pictureBank }: Ports,
  { field, address, limits }: PictureToCheck,
): Promise<Problem | null> {
  const bytes = await fetchMedia(address, outside.addresses)
  if (bytes === null) return `${field}: ${address} cannot be fetched`
  const type = sniffMediaType(bytes)?.type ?? 'unknown'
  if (!TYPES.includes(type)) return `${field}: ${address} is ${type}, not JPG or PNG`
  const engine = await media.open(pictureBank)
  const { format } = await engine.picture({ name: field, bytes }, { wanted: [] })
  if (format === undefined) return `${field}: ${address} cannot be read`
  const { width, height } = format
  if (limits.some((limit) => fits({ width, height, bytes: bytes.byteLength }, limit))) return null
  const allowed = limits.map(describeLimit).join(' or ')
  return `${field}: ${width}×${height}, ${bytes.byteLength} bytes; allowed is ${allowed}`
}

interface Size {
  readonly width: number
  readonly height: number
  readonly bytes: number
}

export function fits({ width, height, bytes }: Size, limit: PictureLimit): boolean {
  if (width < limit.width || height < limit.height || bytes > limit.maxBytes) return false
  if (limit.ratio === undefined) return true
  const [across, down] = limit.ratio
  return Math.abs((width * down) / (height * across) - 1) <= RATIO_SLACK
}

function describeLimit({ width, height, ratio, maxBytes }: PictureLimit): string {
  const shape = ratio === undefined ? '' : `${ratio[0]}:${ratio[1]}, `
  return `${shape}at least ${width}×${height}, at most ${maxBytes} bytes`
}
