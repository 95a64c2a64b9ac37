/**
 * Holds a candidate against stored checks before anybody is affected: how many answers would change,
 * which, and whether people agreed with the one or the other.
 *
 * Reads the newest checks of a period whose texts are still kept, a page at a time, until as many
 * were tried as was asked for. Both the live rules of now and the candidate judge each text: only
 * what the candidate itself changes is counted, not what has changed since the check. Requests go on
 * between the pages.
 */

import type { Check, CheckDraft } from '@fangxing/storage'
import type { TextClassifier } from '@fangxing/text'
import type { Ports } from '../ports.ts'
import { type Candidate, LIVE, openJudge, type TriedAnswer } from './candidate.ts'

/** What a person can look through. */
export const MOST_SAMPLES = 50
const PAGE = 200
/** Texts that were not kept are passed over; beyond this many nobody waits for more. */
const MOST_READ = 50_000

export interface BackTestQuery {
  readonly from?: number | undefined
  readonly until?: number | undefined
  readonly appid?: string | undefined
  /** Texts to try. */
  readonly most: number
  /** Only those that a person has decided. */
  readonly isDecidedOnly?: boolean | undefined
}

export interface BackTestOptions {
  /** In the place of the live one, on the side of the candidate. */
  readonly classifier?: TextClassifier | undefined
  /** Answers that would change and are listed. */
  readonly mostSamples?: number | undefined
}

export interface ChangedAnswer {
  readonly checkId: string
  readonly appid: string | null
  readonly scene: number
  readonly at: number
  readonly texts: Check['texts']
  readonly live: TriedAnswer
  readonly tried: TriedAnswer
  /** What a person decided about it; null when nobody did. */
  readonly person: 'pass' | 'risky' | null
}

export interface BackTest {
  readonly tried: number
  /** Checks of the period whose texts are not kept, passed over on the way. */
  readonly withoutText: number
  readonly counts: readonly {
    readonly live: CheckDraft['suggest']
    readonly tried: CheckDraft['suggest']
    readonly count: number
  }[]
  /** Of those that a person has decided: how often each would have said the same at once. */
  readonly people: {
    readonly decided: number
    readonly liveAgrees: number
    readonly triedAgrees: number
  }
  /** The newest ones that would change. */
  readonly samples: readonly ChangedAnswer[]
}

type BackTestPorts = Pick<Ports, 'storage' | 'lexicon' | 'checkPolicy' | 'classifier' | 'clock'>

export async function backTest(
  ports: BackTestPorts,
  candidate: Candidate,
  { most, isDecidedOnly = false, ...filter }: BackTestQuery,
  { classifier = ports.classifier, mostSamples = MOST_SAMPLES }: BackTestOptions = {},
): Promise<BackTest> {
  const live = openJudge(ports, LIVE)
  const tried = openJudge({ ...ports, classifier }, candidate)
  const tally = openTally(mostSamples)
  let read = 0
  for await (const check of eachCheck(ports, filter)) {
    read += 1
    if (tally.tried() >= most || read > MOST_READ) break
    const { texts, scene, appid } = check
    if (check.kind !== 'text') continue
    const person = check.suggest === 'review' ? await findDecision(ports, check) : null
    if (isDecidedOnly && person === null) continue
    if (texts === null || texts.length === 0) {
      tally.skip()
      continue
    }
    const both = [
      await live({ texts, scene, appid }),
      await tried({ texts, scene, appid }),
    ] as const
    tally.take(check, both, person)
  }
  return tally.report()
}

async function* eachCheck(
  { storage }: BackTestPorts,
  filter: Omit<BackTestQuery, 'most' | 'isDecidedOnly'>,
): AsyncIterable<Check> {
  for (let cursor: string | undefined; ; ) {
    const page = await storage.checks.list({ ...filter, cursor, limit: PAGE })
    yield* page.items
    if (page.nextCursor === null) return
    cursor = page.nextCursor
  }
}

async function findDecision({ storage, clock }: BackTestPorts, { id }: Check) {
  return (await storage.cases.find(id, clock.now()))?.decision?.verdict ?? null
}

function openTally(mostSamples: number) {
  const counts = new Map<string, BackTest['counts'][number]>()
  const samples: ChangedAnswer[] = []
  const people = { decided: 0, liveAgrees: 0, triedAgrees: 0 }
  let done = 0
  let withoutText = 0
  return {
    tried: () => done,
    skip() {
      withoutText += 1
    },
    take(
      { id, appid, scene, at, texts }: Check,
      [live, tried]: readonly [TriedAnswer, TriedAnswer],
      person: 'pass' | 'risky' | null,
    ) {
      done += 1
      const key = `${live.suggest} ${tried.suggest}`
      const count = (counts.get(key)?.count ?? 0) + 1
      counts.set(key, { live: live.suggest, tried: tried.suggest, count })
      if (person !== null) {
        people.decided += 1
        people.liveAgrees += Number(live.suggest === person)
        people.triedAgrees += Number(tried.suggest === person)
      }
      if (live.suggest === tried.suggest || samples.length >= mostSamples) return
      samples.push({ checkId: id, appid, scene, at, texts, live, tried, person })
    },
    report: (): BackTest => ({
      tried: done,
      withoutText,
      counts: [...counts.values()],
      people,
      samples,
    }),
  }
}
