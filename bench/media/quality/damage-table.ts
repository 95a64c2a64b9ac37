/**
 * `node bench/media/quality/damage-table.ts [seeds] [--save]`: damaged against clean pictures.
 *
 * Draws pictures, damages them, and counts for each threshold how many clean ones it accuses and how
 * many damaged ones it lets pass. `--save` keeps the run for `docs/media/pictures.md`.
 */

import type { PictureQuality } from '@fangxing/contract'
import { decodePicture, measureQuality } from '@fangxing/media'
import sharp from 'sharp'
import { saveRun } from '../runs.ts'
import { SUBJECTS, type Subject, shoot } from '../studio.ts'
import { FAULTS, type Fault } from './faults.ts'

const SHEETS = [
  { width: 1280, height: 960 },
  { width: 640, height: 480 },
]
const DEFAULT_SEEDS = 8

export interface FaultRow {
  readonly fault: string
  readonly threshold: string
  readonly clean: number
  /** Clean pictures that the threshold accuses. */
  readonly accused: number
  readonly damaged: number
  /** Damaged pictures that it lets pass. */
  readonly missed: number
  readonly worstDamage: string
  /** Of the worst damage, 0 to 1. */
  readonly worstMissed: number
}

interface Shot {
  readonly subject: Subject
  readonly seed: number
  readonly bytes: Buffer
}

export async function measureFaults(seeds: number): Promise<readonly FaultRow[]> {
  const shots = await takeShots(seeds)
  const clean: { subject: Subject; quality: PictureQuality }[] = []
  for (const { subject, bytes } of shots) {
    for (const variant of await cleanVariants(bytes)) {
      clean.push({ subject, quality: await qualityOf(variant) })
    }
  }
  const rows: FaultRow[] = []
  for (const fault of FAULTS) {
    const asked = clean.filter(({ subject }) => fault.subjects.includes(subject))
    const accused = asked.filter(({ quality }) => fault.isTold(quality)).length
    const misses = await missesOf(fault, shots)
    const worst = misses.toSorted((one, other) => other.missed - one.missed)[0]
    rows.push({
      fault: fault.name,
      threshold: fault.threshold,
      clean: asked.length,
      accused,
      damaged: misses.reduce((sum, { count }) => sum + count, 0),
      missed: misses.reduce((sum, { missed }) => sum + missed, 0),
      worstDamage: worst?.name ?? '',
      worstMissed: worst ? worst.missed / worst.count : 0,
    })
  }
  return rows
}

async function takeShots(seeds: number): Promise<Shot[]> {
  const shots: Shot[] = []
  for (const subject of SUBJECTS) {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const sheet = SHEETS[seed % SHEETS.length] ?? { width: 800, height: 600 }
      shots.push({ subject, seed, bytes: await shoot(subject, seed, sheet) })
    }
  }
  return shots
}

/** As it was taken, saved again as a site does, and made a little smaller. */
async function cleanVariants(bytes: Buffer): Promise<Buffer[]> {
  const { width } = await sharp(bytes).metadata()
  const smaller = sharp(bytes).resize(Math.round(width * 0.8))
  return [
    bytes,
    await sharp(bytes).jpeg({ quality: 80 }).toBuffer(),
    await smaller.jpeg({ quality: 85 }).toBuffer(),
    await sharp(bytes).webp({ quality: 85 }).toBuffer(),
  ]
}

async function missesOf(
  fault: Fault,
  shots: readonly Shot[],
): Promise<{ name: string; count: number; missed: number }[]> {
  const asked = shots.filter(({ subject }) => fault.subjects.includes(subject))
  const misses = []
  for (const { name, apply } of fault.damages) {
    let missed = 0
    for (const { bytes, seed } of asked) {
      if (!fault.isTold(await qualityOf(await apply(bytes, seed)))) missed += 1
    }
    misses.push({ name, count: asked.length, missed })
  }
  return misses
}

async function qualityOf(bytes: Buffer): Promise<PictureQuality> {
  const decoding = await decodePicture(bytes)
  if (!decoding.ok)
    throw new Error(`a picture of the bench could not be decoded: ${decoding.because.en}`)
  return measureQuality(decoding.picture)
}

/** The larger of the two error rates of a row. */
export function errorOf({ accused, clean, missed, damaged }: FaultRow): number {
  return Math.max(accused / clean, missed / damaged)
}

export function describeRow(row: FaultRow): string {
  const { fault, threshold, accused, clean, missed, damaged, worstDamage, worstMissed } = row
  return (
    `${fault} (${threshold}): ${accused} of ${clean} clean accused, ${missed} of ${damaged} damaged ` +
    `missed; worst: ${worstDamage}, ${(100 * worstMissed).toFixed(1)} % missed`
  )
}

if (import.meta.main) {
  const seeds = Number(process.argv[2]) || DEFAULT_SEEDS
  const rows = await measureFaults(seeds)
  for (const row of rows) console.log(describeRow(row))
  if (process.argv.includes('--save')) saveRun('quality', { seeds, rows })
}
