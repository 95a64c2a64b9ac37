/** Reads `multipart/form-data` in one scope: one file and a few fields, bounded. */

import fastifyMultipart from '@fastify/multipart'
import { packageLimits } from '../archive/index.ts'
import type { App } from './app.ts'

const LIMITS = {
  fileSize: packageLimits.maxArchiveBytes,
  files: 1,
  fields: 10,
  fieldSize: 64 * 1024,
}

/** Every request of the scope passes three hooks for it, so a scope without forms goes without. */
export async function takeForms(scope: App): Promise<void> {
  await scope.register(fastifyMultipart, { limits: LIMITS })
}
