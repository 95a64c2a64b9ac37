/**
 * The text model that judges now: the shipped one, with the layer of the newest edition on top.
 *
 * `classifier` is the same object for ever and answers with the model of the moment; a change is one
 * assignment between two texts, so nobody waits and every check names the model that judged it.
 * One's own change counts at once, another process's within `RECHECK_MS`. An edition that was learned
 * upon another shipped model cannot be applied: then the shipped one judges, and the log says so.
 */

import { AppError } from '@fangxing/contract'
import type { Storage, TextModelEdition } from '@fangxing/storage'
import {
  type Adjustment,
  loadShippedModel,
  readAdjustment,
  type TextClassifier,
} from '@fangxing/text'
import type { Log } from '../log.ts'

const RECHECK_MS = 1000

export interface LiveModel {
  /** Of the edition; 0: none was ever published. */
  readonly number: number
  /** The name that checks carry. */
  readonly edition: string
  /** False: the edition is there and does not fit the shipped model. */
  readonly isApplied: boolean
}

export interface ModelShelf {
  readonly classifier: TextClassifier
  /** The name of the shipped model. */
  readonly shipped: string
  live(): LiveModel
  /** Throws TEXT_MODEL_MISMATCHED. */
  open(adjustment: Adjustment): TextClassifier
  /** The shipped model alone. */
  readonly alone: TextClassifier
  /** Reads again: one's own change is seen when this has ended. */
  refresh(): Promise<void>
  close(): Promise<void>
}

interface ShelfPorts {
  readonly storage: Pick<Storage, 'textModels'>
  readonly log: Log
}

interface Opened {
  readonly number: number
  readonly classifier: TextClassifier
  readonly isApplied: boolean
}

/** Reads the newest edition before it answers, so that the first check is judged by it. */
export async function openModelShelf({ storage, log }: ShelfPorts): Promise<ModelShelf> {
  const model = await loadShippedModel()
  const alone = model.classifier
  let opened: Opened = { number: 0, classifier: alone, isApplied: true }
  let looking: Promise<void> | null = null

  async function look(): Promise<void> {
    if ((await storage.textModels.liveNumber()) === opened.number) return
    const live = await storage.textModels.live()
    if (live !== null) opened = openEdition(live)
  }

  function openEdition({ number, adjustment }: TextModelEdition): Opened {
    if (adjustment === null) return { number, classifier: alone, isApplied: true }
    const read = readAdjustment(adjustment)
    if (read.ok && read.adjustment.modelEdition === model.edition) {
      return { number, classifier: model.adjust(read.adjustment), isApplied: true }
    }
    log(
      `error TEXT_MODEL edition ${number} does not fit ${model.edition}: the shipped model judges`,
    )
    return { number, classifier: alone, isApplied: false }
  }

  /** After the one before it, which may have begun before the change that is asked for. */
  const refresh = (): Promise<void> => {
    const mine = (looking ?? Promise.resolve()).then(look, look)
    const forget = () => {
      if (looking === mine) looking = null
    }
    looking = mine
    mine.then(forget, forget)
    return mine
  }
  await refresh()
  const timer = setInterval(() => {
    // One look at a time. A database that is away is met by the checks themselves.
    if (looking === null) refresh().catch(() => {})
  }, RECHECK_MS)
  timer.unref()

  return {
    classifier: {
      get edition() {
        return opened.classifier.edition
      },
      classify: (text, options) => opened.classifier.classify(text, options),
    },
    shipped: model.edition,
    alone,
    live() {
      const { number, classifier, isApplied } = opened
      return { number, edition: classifier.edition, isApplied }
    },
    open(adjustment) {
      if (adjustment.modelEdition !== model.edition) {
        const { modelEdition: found } = adjustment
        throw new AppError('TEXT_MODEL_MISMATCHED', { expected: model.edition, found })
      }
      return model.adjust(adjustment)
    },
    refresh,
    async close() {
      clearInterval(timer)
      await looking?.catch(() => {})
    },
  }
}
