/**
 * Many filings that end at the same midnight: made straight through the storage, so that the kills
 * of the fault run hit a sweep in the middle.
 */

import type { Storage } from '@fangxing/storage'
import {
  APPROVED_TO_FILE,
  FILING,
  newRelease,
  PASSED,
  submission,
} from '../../../packages/storage/src/contract-suite/stories.ts'

const LANES = 8

/** The ids of `count` releases, each of its own app, all in filing since `noticeAt`. */
export async function openFilings(
  storage: Storage,
  count: number,
  noticeAt: number,
): Promise<readonly string[]> {
  const started = { ...FILING, at: noticeAt }
  const ids: string[] = []
  let begun = 0
  const lane = async () => {
    while (begun < count) {
      begun += 1
      const { id } = await newRelease(storage)
      const events = [await submission(storage), PASSED, APPROVED_TO_FILE, started]
      await storage.releases.append(id, 1, events)
      ids.push(id)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return ids
}
