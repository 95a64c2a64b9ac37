/**
 * `node bench/media/hash/robustness.ts [seeds] [--save]`: how far a changed picture's hash moves.
 *
 * For each change the share of pictures that are still found within the recommended distance, and the
 * middle distance; then the share of pairs of different pictures that would be taken for the same.
 * Pictures whose hash has too little quality are left out and counted. `--save` keeps the run for
 * `docs/media/pictures.md`.
 */

import {
  type DecodedPicture,
  decodePicture,
  hashDistance,
  hashPicture,
  hashVariants,
  type PictureHash,
  SAME_PICTURE_DISTANCE,
  TRUSTED_HASH_QUALITY,
} from '@fangxing/media'
import sharp, { type Sharp } from 'sharp'
import { saveRun } from '../runs.ts'
import { addNoise, type Subject, seeded, shoot } from '../studio.ts'

const SHEETS = [
  { width: 1280, height: 960 },
  { width: 900, height: 1200 },
  { width: 640, height: 480 },
]
const DEFAULT_SEEDS = 12

interface Change {
  readonly name: string
  readonly apply: (bytes: Buffer, seed: number) => Promise<Buffer>
}

const CHANGES: readonly Change[] = [
  { name: 'JPEG, quality 50', apply: (bytes) => save(sharp(bytes), 50) },
  { name: 'JPEG, quality 20', apply: (bytes) => save(sharp(bytes), 20) },
  { name: 'half the size', apply: (bytes) => scaled(bytes, 0.5) },
  { name: 'a quarter of the size', apply: (bytes) => scaled(bytes, 0.25) },
  {
    name: 'squeezed to a square',
    apply: (bytes) => save(sharp(bytes).resize(500, 500, { fit: 'fill' })),
  },
  { name: 'brighter by 40 levels', apply: (bytes) => save(sharp(bytes).linear(1, 40)) },
  { name: 'six tenths of the contrast', apply: (bytes) => save(sharp(bytes).linear(0.6, 50)) },
  { name: 'grey', apply: (bytes) => save(sharp(bytes).greyscale()) },
  { name: 'blurred, sigma 2', apply: (bytes) => save(sharp(bytes).blur(2)) },
  {
    name: 'grain, sigma 15',
    apply: async (bytes, seed) => save(await addNoise(sharp(bytes), seed, 15)),
  },
  { name: 'a line of words below', apply: (bytes) => captioned(bytes) },
  { name: 'a mark in a corner', apply: (bytes) => marked(bytes) },
  { name: 'cropped by 1 % on each side', apply: (bytes) => cropped(bytes, 0.01) },
  { name: 'cropped by 2 % on each side', apply: (bytes) => cropped(bytes, 0.02) },
  { name: 'cropped by 5 % on each side', apply: (bytes) => cropped(bytes, 0.05) },
  {
    name: 'turned by 1 degree',
    apply: (bytes) => save(sharp(bytes).rotate(1, { background: '#fff' })),
  },
  { name: 'mirrored', apply: (bytes) => save(sharp(bytes).flop()) },
]

export interface ChangeRow {
  readonly change: string
  readonly pictures: number
  readonly found: number
  /** Found by a bank that holds the variants of each picture. */
  readonly foundByVariants: number
  readonly middleDistance: number
}

/** Rows of words all look alike to so coarse a hash: pages are counted apart. */
const KINDS = {
  pictures: ['landscape', 'portrait', 'product', 'drawing'],
  pages: ['page', 'screen'],
} as const satisfies Record<string, readonly Subject[]>
export type HashKind = keyof typeof KINDS

export type HashRun = Readonly<Record<HashKind, HashKindRun>>

export interface HashKindRun {
  readonly pictures: number
  readonly leftOut: number
  readonly rows: readonly ChangeRow[]
  /** Pairs of different pictures, those taken for the same, and the smallest distance among all. */
  readonly pairs: number
  readonly confused: number
  readonly nearest: number
}

export async function runRobustness(seeds: number): Promise<HashRun> {
  return {
    pictures: await runKind(KINDS.pictures, seeds),
    pages: await runKind(KINDS.pages, seeds),
  }
}

async function runKind(subjects: readonly Subject[], seeds: number): Promise<HashKindRun> {
  const { originals, leftOut } = await takeOriginals(subjects, seeds)
  const rows: ChangeRow[] = []
  for (const change of CHANGES) rows.push(await measureChange(change, originals))
  const pairs = originals.flatMap(({ hash }, at) =>
    originals.slice(at + 1).map((other) => hashDistance(hash.bits, other.hash.bits)),
  )
  const confused = pairs.filter((distance) => distance <= SAME_PICTURE_DISTANCE).length
  const nearest = Math.min(...pairs)
  return { pictures: originals.length, leftOut, rows, pairs: pairs.length, confused, nearest }
}

interface Original {
  readonly bytes: Buffer
  readonly hash: PictureHash
  readonly variants: readonly PictureHash[]
  readonly seed: number
}

async function takeOriginals(
  subjects: readonly Subject[],
  seeds: number,
): Promise<{ originals: readonly Original[]; leftOut: number }> {
  const originals: Original[] = []
  let leftOut = 0
  for (const subject of subjects) {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const sheet = SHEETS[seed % SHEETS.length] ?? { width: 800, height: 600 }
      const bytes = await shoot(subject, seed + 100, sheet)
      const picture = await pictureOf(bytes)
      const [hash, variants] = [hashPicture(picture), hashVariants(picture)]
      if (hash.quality >= TRUSTED_HASH_QUALITY) originals.push({ bytes, hash, variants, seed })
      else leftOut += 1
    }
  }
  return { originals, leftOut }
}

async function measureChange(
  { name, apply }: Change,
  originals: readonly Original[],
): Promise<ChangeRow> {
  const distances: number[] = []
  let foundByVariants = 0
  for (const { bytes, hash, variants, seed } of originals) {
    const changed = hashPicture(await pictureOf(await apply(bytes, seed)))
    distances.push(hashDistance(hash.bits, changed.bits))
    const nearest = Math.min(...variants.map(({ bits }) => hashDistance(bits, changed.bits)))
    if (nearest <= SAME_PICTURE_DISTANCE) foundByVariants += 1
  }
  return {
    change: name,
    pictures: distances.length,
    found: distances.filter((distance) => distance <= SAME_PICTURE_DISTANCE).length,
    foundByVariants,
    middleDistance: distances.toSorted((one, other) => one - other)[distances.length >> 1] ?? 0,
  }
}

async function pictureOf(bytes: Buffer): Promise<DecodedPicture> {
  const decoding = await decodePicture(bytes)
  if (!decoding.ok) throw new Error('a picture of the bench could not be decoded')
  return decoding.picture
}

async function save(picture: Sharp, quality = 85): Promise<Buffer> {
  return await picture.jpeg({ quality }).toBuffer()
}

async function scaled(bytes: Buffer, factor: number): Promise<Buffer> {
  const { width } = await sharp(bytes).metadata()
  return await save(sharp(bytes).resize(Math.round(width * factor)))
}

async function cropped(bytes: Buffer, share: number): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata()
  const [left, top] = [Math.round(width * share), Math.round(height * share)]
  return await save(
    sharp(bytes).extract({ left, top, width: width - 2 * left, height: height - 2 * top }),
  )
}

async function captioned(bytes: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata()
  const random = seeded(width)
  const strokes = Array.from(
    { length: 120 },
    (_, at) => `M${(at * width) / 120} ${height * (0.92 + 0.05 * random())}v${height * 0.02}`,
  )
  return await over(
    bytes,
    `<rect y="${height * 0.9}" width="${width}" height="${height * 0.1}" fill="#000" opacity="0.5"/><path d="${strokes.join('')}" stroke="#fff" stroke-width="3"/>`,
  )
}

async function marked(bytes: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata()
  return await over(
    bytes,
    `<rect x="${width * 0.8}" y="${height * 0.04}" width="${width * 0.17}" height="${height * 0.05}" rx="6" fill="#fff" opacity="0.6"/>`,
  )
}

async function over(bytes: Buffer, shapes: string): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata()
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes}</svg>`
  return await save(sharp(bytes).composite([{ input: Buffer.from(svg) }]))
}

if (import.meta.main) {
  const run = await runRobustness(Number(process.argv[2]) || DEFAULT_SEEDS)
  for (const [kind, { pictures, leftOut, rows, pairs, confused, nearest }] of Object.entries(run)) {
    console.log(`${pictures} ${kind}, ${leftOut} without enough detail left out`)
    for (const { change, found, foundByVariants, middleDistance } of rows) {
      console.log(
        `${change}: ${found} found, ${foundByVariants} by variants, distance ${middleDistance}`,
      )
    }
    console.log(`${confused} of ${pairs} pairs confused, nearest ${nearest}`)
  }
  if (process.argv.includes('--save')) saveRun('hash', run)
}
