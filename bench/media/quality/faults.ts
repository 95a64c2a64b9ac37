/**
 * The faults a picture can have, how each is made, and the threshold that tells it.
 *
 * A threshold stands here with what it is for; `damage-table.ts` says how often it is wrong.
 */

import type { PictureQuality } from '@fangxing/contract'
import sharp, { type Sharp } from 'sharp'
import { addNoise, SUBJECTS, type Subject } from '../studio.ts'

export interface Damage {
  readonly name: string
  readonly apply: (bytes: Buffer, seed: number) => Promise<Buffer>
}

export interface Fault {
  readonly name: string
  readonly threshold: string
  readonly isTold: (quality: PictureQuality) => boolean
  /** Of what kinds of picture it is asked; a white page is bright and no fault. */
  readonly subjects: readonly Subject[]
  readonly damages: readonly Damage[]
}

/** Kinds that are coloured to their edges: a white border on white paper is none. */
const COLOURED: readonly Subject[] = ['landscape', 'portrait']

export const FAULTS: readonly Fault[] = [
  {
    name: 'blurred',
    threshold: 'sharpness < 40',
    isTold: ({ sharpness }) => sharpness !== undefined && sharpness < 40,
    subjects: SUBJECTS,
    damages: [
      { name: 'Gaussian, sigma 2', apply: (bytes) => save(sharp(bytes).blur(2)) },
      { name: 'Gaussian, sigma 3', apply: (bytes) => save(sharp(bytes).blur(3)) },
      { name: 'Gaussian, sigma 5', apply: (bytes) => save(sharp(bytes).blur(5)) },
    ],
  },
  {
    name: 'made larger',
    threshold: 'upscaling ≥ 2',
    isTold: ({ upscaling }) => upscaling !== undefined && upscaling >= 2,
    subjects: SUBJECTS,
    damages: [
      { name: '3 times, cubic', apply: (bytes) => enlarge(bytes, 3, 'cubic') },
      { name: '4 times, cubic', apply: (bytes) => enlarge(bytes, 4, 'cubic') },
      { name: '4 times, Lanczos', apply: (bytes) => enlarge(bytes, 4, 'lanczos3') },
      { name: '2 times, pixels repeated', apply: (bytes) => enlarge(bytes, 2, 'nearest') },
      { name: '4 times, pixels repeated', apply: (bytes) => enlarge(bytes, 4, 'nearest') },
    ],
  },
  {
    name: 'over-compressed',
    threshold: 'jpegQuality < 35 or blockiness ≥ 16',
    isTold: ({ jpegQuality = 100, blockiness }) => jpegQuality < 35 || blockiness >= 16,
    subjects: SUBJECTS,
    damages: [
      { name: 'quality 25', apply: (bytes) => save(sharp(bytes), 25) },
      { name: 'quality 10', apply: (bytes) => save(sharp(bytes), 10) },
      { name: 'quality 20, saved again at 92', apply: (bytes) => saveTwice(bytes, 20) },
      { name: 'quality 10, saved again at 92', apply: (bytes) => saveTwice(bytes, 10) },
    ],
  },
  {
    name: 'noisy',
    threshold: 'noise ≥ 3.5',
    isTold: ({ noise }) => noise >= 3.5,
    subjects: SUBJECTS,
    damages: [
      { name: 'sigma 12', apply: async (bytes, seed) => save(await grain(bytes, seed, 12)) },
      { name: 'sigma 20', apply: async (bytes, seed) => save(await grain(bytes, seed, 20)) },
      { name: 'sigma 30', apply: async (bytes, seed) => save(await grain(bytes, seed, 30)) },
    ],
  },
  {
    name: 'too dark',
    threshold: 'brightness < 40',
    isTold: ({ brightness }) => brightness < 40,
    subjects: SUBJECTS,
    damages: [
      { name: 'a seventh of the light', apply: (bytes) => save(sharp(bytes).linear(0.14, 0)) },
      { name: 'a tenth of the light', apply: (bytes) => save(sharp(bytes).linear(0.1, 2)) },
    ],
  },
  {
    name: 'without contrast',
    threshold: 'contrast < 40',
    isTold: ({ contrast }) => contrast < 40,
    subjects: ['landscape', 'portrait', 'page', 'drawing', 'screen'],
    damages: [
      { name: 'a sixth of the contrast', apply: (bytes) => save(sharp(bytes).linear(0.16, 110)) },
      { name: 'a tenth of the contrast', apply: (bytes) => save(sharp(bytes).linear(0.1, 60)) },
    ],
  },
  {
    name: 'overexposed',
    threshold: 'clipped > 0.25 and brightness > 200 (photographs)',
    isTold: ({ clipped, brightness }) => clipped > 0.25 && brightness > 200,
    subjects: ['landscape', 'portrait'],
    damages: [
      {
        name: 'two and a half times the light',
        apply: (bytes) => save(sharp(bytes).linear(2.5, 0)),
      },
      { name: 'twice the light and a veil', apply: (bytes) => save(sharp(bytes).linear(2, 60)) },
    ],
  },
  {
    name: 'one colour',
    threshold: 'dominantShare ≥ 0.95',
    isTold: ({ dominantShare }) => dominantShare >= 0.95,
    subjects: SUBJECTS,
    damages: [
      { name: 'plain, compressed', apply: (_bytes, seed) => save(plain(seed), 60) },
      {
        name: 'plain with grain',
        apply: async (_bytes, seed) => save(await addNoise(plain(seed), seed, 3)),
      },
      { name: 'plain with a small mark', apply: (_bytes, seed) => save(marked(seed)) },
    ],
  },
  {
    name: 'bordered',
    threshold: 'borderShare ≥ 0.2',
    isTold: ({ borderShare }) => borderShare >= 0.2,
    subjects: COLOURED,
    damages: [
      { name: 'black above and below', apply: (bytes) => border(bytes, 0, 0.2, '#000') },
      { name: 'white at the sides', apply: (bytes) => border(bytes, 0.15, 0, '#fff') },
      { name: 'grey all around', apply: (bytes) => border(bytes, 0.1, 0.1, '#8a8f94') },
    ],
  },
]

async function save(picture: Sharp, quality = 90): Promise<Buffer> {
  return await picture.jpeg({ quality }).toBuffer()
}

async function saveTwice(bytes: Buffer, quality: number): Promise<Buffer> {
  return await save(sharp(await save(sharp(bytes), quality)), 92)
}

async function grain(bytes: Buffer, seed: number, sigma: number): Promise<Sharp> {
  return await addNoise(sharp(bytes), seed, sigma)
}

/** Made smaller, then as large as it was. */
async function enlarge(
  bytes: Buffer,
  factor: number,
  kernel: 'cubic' | 'lanczos3' | 'nearest',
): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata()
  const small = { width: Math.round(width / factor), height: Math.round(height / factor) }
  const shrunk = await sharp(bytes)
    .resize(small.width, small.height, { fit: 'fill' })
    .png()
    .toBuffer()
  const large = { width: small.width * factor, height: small.height * factor }
  return await save(sharp(shrunk).resize({ ...large, kernel, fit: 'fill' }), 92)
}

function plain(seed: number): Sharp {
  const background = `hsl(${(seed * 67) % 360}, 45%, ${25 + ((seed * 31) % 60)}%)`
  return sharp({ create: { width: 900, height: 600, channels: 3, background } })
}

function marked(seed: number): Sharp {
  const mark = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><path d="M4 15h50M30 4v22" stroke="#222" stroke-width="3"/></svg>`
  return plain(seed).composite([{ input: Buffer.from(mark), left: 700, top: 500 }])
}

async function border(
  bytes: Buffer,
  across: number,
  down: number,
  background: string,
): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata()
  const [left, top] = [Math.round(width * across), Math.round(height * down)]
  const sides = { left, right: left, top, bottom: top, background }
  return await save(sharp(bytes).extend(sides))
}
