/**
 * Lets a candidate judge beside the live one, while a trial runs: nobody is told its answer.
 *
 * `look` is called once for every text check, after its answer is on record, and returns at once:
 * without a trial it costs two comparisons. What both thought is gathered and written every two
 * seconds; another process's trial is noticed within as long. A text of which both think the same
 * leaves a count only.
 */

import type { TrialCount, TrialDifference } from '@fangxing/storage'
import { systemClock } from '../clock.ts'
import type { Ports } from '../ports.ts'
import { toKeptContent } from '../use-cases/keep-content.ts'
import {
  type Candidate,
  type Judge,
  openJudge,
  type TextToTry,
  type TriedAnswer,
} from './candidate.ts'

const RECHECK_MS = 2000
const FLUSH_AFTER_MS = 2000
/** Beyond this the machine is behind: further texts are not tried, and nothing piles up. */
const MOST_WAITING = 500

export interface LookedAt extends TriedAnswer, TextToTry {
  readonly id: string
  readonly at: number
}

export type TrialPorts = Pick<
  Ports,
  'storage' | 'lexicon' | 'checkPolicy' | 'classifier' | 'clock' | 'log'
>

export interface TrialShelf {
  look(ports: TrialPorts, live: LookedAt): void
  /** Follows one's own start or end at once, and writes what was gathered. */
  refresh(ports: TrialPorts): Promise<void>
}

interface Running {
  readonly id: string
  readonly judge: Judge
}

export function openTrialShelf(): TrialShelf {
  const notebook = openNotebook()
  let running: Running | null = null
  let lookedAt = Number.NEGATIVE_INFINITY
  let waiting = 0

  async function follow(ports: TrialPorts): Promise<void> {
    lookedAt = systemClock.now()
    const found = await ports.storage.trials.running()
    if (found?.id === running?.id) return
    await notebook.flush(ports)
    running =
      found === null
        ? null
        : { id: found.id, judge: openJudge(ports, found.candidate as Candidate) }
  }

  async function judge(ports: TrialPorts, trial: Running, live: LookedAt): Promise<void> {
    const tried = await trial.judge(live)
    const isSame = live.suggest === tried.suggest
    const difference = isSame ? null : await toDifference(ports, live, tried)
    // It may have ended meanwhile, and another begun.
    if (running?.id !== trial.id) return
    notebook.write(ports, trial.id, { live: live.suggest, tried: tried.suggest }, difference)
  }

  return {
    look(ports, live) {
      if (systemClock.now() - lookedAt > RECHECK_MS) follow(ports).catch(report(ports))
      if (running === null || waiting >= MOST_WAITING) return
      waiting += 1
      judge(ports, running, live)
        .catch(report(ports))
        .finally(() => {
          waiting -= 1
        })
    },

    async refresh(ports) {
      await notebook.flush(ports)
      await follow(ports)
    },
  }
}

const report =
  ({ log }: TrialPorts) =>
  (error: unknown) =>
    log(`error TRIAL ${String(error)}`)

type Pair = Pick<TrialCount, 'live' | 'tried'>

/** What was seen of one trial and not yet written. */
function openNotebook() {
  let trialId: string | null = null
  let counts = new Map<string, TrialCount>()
  let differences: TrialDifference[] = []
  let timer: NodeJS.Timeout | null = null

  async function flush({ storage, log }: TrialPorts): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const notes = { counts: [...counts.values()], differences }
    counts = new Map()
    differences = []
    if (trialId === null || notes.counts.length === 0) return
    await storage.trials.note(trialId, notes).catch((error: unknown) => {
      log(`error TRIAL ${String(error)}`)
    })
  }

  return {
    flush,
    /** Of a trial that has just ended, nothing more is written: the storage leaves it out. */
    write(ports: TrialPorts, id: string, pair: Pair, difference: TrialDifference | null): void {
      trialId = id
      const key = `${pair.live} ${pair.tried}`
      counts.set(key, { ...pair, count: (counts.get(key)?.count ?? 0) + 1 })
      if (difference !== null) differences.push(difference)
      timer ??= setTimeout(() => void flush(ports), FLUSH_AFTER_MS).unref()
    },
  }
}

/** Its texts are kept as those of a check in doubt are: somebody is to look at them. */
async function toDifference(
  { checkPolicy }: TrialPorts,
  { id, texts, scene, appid, at, suggest, label }: LookedAt,
  tried: TriedAnswer,
): Promise<TrialDifference> {
  const { retention } = await checkPolicy.of(appid)
  const kept = toKeptContent({ texts, suggest: 'review', at }, retention)
  return {
    checkId: id,
    appid,
    scene,
    at,
    live: suggest,
    liveLabel: label,
    tried: tried.suggest,
    triedLabel: tried.label,
    texts: kept.keepTextsUntil === null ? null : kept.texts,
    textsUntil: kept.keepTextsUntil,
  }
}
