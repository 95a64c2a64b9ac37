#!/usr/bin/env node
/**
 * The `fangxing` command as one package for `npx`: what needs neither server nor database.
 *
 * Like the whole command, it reads a package in a second process.
 */

import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readsPackage, supervise } from '../supervise/supervise.ts'

const args = process.argv.slice(2)
/** Beside this file, before and after it is bundled. */
const run = new URL(`./run${extname(import.meta.filename)}`, import.meta.url)
if (readsPackage(args)) process.exitCode = await supervise(fileURLToPath(run), args)
else await import(run.href)
