/**
 * Sends a package with progress. `fetch` cannot report how much of a body has left, so this one
 * call uses XMLHttpRequest; its answer is read as every other.
 */

import { ApiProblem, UNREACHABLE } from './problem.ts'
import { answerLanguage, readAnswer } from './request.ts'
import type { Release } from './types.ts'

export interface PackageUpload {
  readonly appid: string
  readonly file: File
  readonly version: string
  readonly description: string
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void
}

export function uploadPackage(upload: PackageUpload): Promise<Release> {
  const form = new FormData()
  // Fields go before the file: the server reads the body as a stream.
  form.set('version', upload.version)
  form.set('description', upload.description)
  form.set('package', upload.file, upload.file.name)

  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open('POST', `/v1/apps/${encodeURIComponent(upload.appid)}/releases`)
    call.setRequestHeader('accept-language', answerLanguage())
    call.upload.addEventListener('progress', ({ loaded, total }) => {
      upload.onProgress(total > 0 ? loaded / total : 0)
    })
    call.addEventListener('error', () => reject(new ApiProblem(UNREACHABLE)))
    call.addEventListener('load', () => {
      try {
        resolve(readAnswer<Release>(call.status, call.responseText))
      } catch (problem) {
        reject(problem)
      }
    })
    call.send(form)
  })
}
