/**
 * The part of the platform that runs on the device, for a rehearsal: choosing, asking, sending.
 */

import { answer, type Options } from './rehearsal-answer.ts'
import type { RehearsedCloud } from './rehearsal-cloud.ts'
import { holdsMark, MARK, type Stage } from './rehearsal-stage.ts'

export function createDevice(stage: Stage, cloud: RehearsedCloud): object {
  const known: Record<string, unknown> = {
    cloud,
    request(options: Options) {
      if (holdsMark(options)) stage.noted.push({ what: 'published' })
      return answer(options, { value: { data: {}, statusCode: 200 } })
    },
    chooseImage: (options: Options) =>
      answer(options, { value: { tempFilePaths: [`wxfile://${MARK}`, 'wxfile://other'] } }),
    chooseMedia: (options: Options) =>
      answer(options, {
        value: { tempFiles: ['other', MARK].map((path) => ({ tempFilePath: `wxfile://${path}` })) },
      }),
  }
  const rest = (options: Options) => answer(options ?? {}, { value: {} })
  return new Proxy(known, { get: (target, name) => target[String(name)] ?? rest })
}
