#!/usr/bin/env node
/**
 * The `fangxing` command. What reads a package runs in a second process, so that a package which
 * brings the parser down ends in a sentence; this one loads nothing then, and costs a bare start.
 */

import { fileURLToPath } from 'node:url'
import { readsPackage, supervise } from './supervise/supervise.ts'

const args = process.argv.slice(2)

if (readsPackage(args)) {
  process.exitCode = await supervise(fileURLToPath(import.meta.resolve('./run-main.ts')), args)
} else {
  await import('./run-main.ts')
}
