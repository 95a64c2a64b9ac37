/**
 * The main program of a child of the pool: takes one job at a time, tells what it sees.
 *
 * It keeps no state between jobs but the loaded models. It ends when its parent is gone, also in the
 * middle of a job, and ends the programs that it started.
 */

import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SeenClip, SeenPicture } from '@fangxing/contract'
import { observeClip } from '../observe/observe-clip.ts'
import { observePicture } from '../observe/observe-picture.ts'
import type { PictureModels } from '../observe/picture-models.ts'
import { openRecogniser } from '../speech/open-recogniser.ts'
import type { Recogniser } from '../speech/recogniser.ts'
import { endGroup } from './end-group.ts'
import type { ChildSettings, ClipJob, FromChild, Job, PictureJob, ToChild } from './jobs.ts'
import { loadModels } from './load-models.ts'

let settings: ChildSettings = { models: {} }
let models: PictureModels = {}
let recogniser: Recogniser | undefined
let running: AbortController | undefined

const watch = new Worker(join(import.meta.dirname, 'watch-parent.ts'))
watch.unref()
process.on('disconnect', endGroup)
process.on('message', (message: ToChild) => {
  switch (message.kind) {
    case 'start':
      settings = message.settings
      models = loadModels(settings.models)
      recogniser = settings.speech && openRecogniser(settings.speech)
      tell({ kind: 'ready' })
      return
    case 'cancel':
      running?.abort()
      return
    case 'job':
      void run(message.job)
  }
})

async function run(job: Job): Promise<void> {
  const controller = new AbortController()
  running = controller
  const seen = await (job.kind === 'picture'
    ? seePicture(job, controller.signal)
    : seeClip(job, controller.signal))
  running = undefined
  tell({ kind: 'seen', seen, megabytes: Math.round(process.memoryUsage.rss() / 2 ** 20) })
}

async function seePicture(job: PictureJob, signal: AbortSignal): Promise<SeenPicture> {
  const { name, bytes, wanted, already } = job
  const limits = settings.pictureLimits
  return await observePicture(
    { name, bytes },
    {
      wanted,
      already,
      models,
      signal,
      ...(limits && { limits }),
      onProgress: ({ seen, fact, finished, total }) =>
        tell({ kind: 'progress', progress: { fact, finished, total }, seen }),
    },
  )
}

async function seeClip(job: ClipJob, signal: AbortSignal): Promise<SeenClip> {
  const { name, source, wanted, frameFacts, cover } = job
  const { pictureLimits, clipLimits } = settings
  return await observeClip(
    { name, source },
    {
      wanted,
      signal,
      pictures: { wanted: frameFacts, models, ...(pictureLimits && { limits: pictureLimits }) },
      ...(recogniser && { recogniser }),
      ...(cover && { cover }),
      ...(clipLimits && { limits: clipLimits }),
      onProgress: ({ seen, fact, finished, total }) =>
        tell({ kind: 'progress', progress: { fact, finished, total }, seen }),
    },
  )
}

function tell(message: FromChild): void {
  // When the parent is gone, `disconnect` says so; that this did not reach it need not be an error.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}
