/**
 * Lighthouse on one page, for comparison: performance off, its other default audits.
 *
 * It is not among our dependencies (176 MB, with telemetry clients): the first run installs it into
 * a folder of its own under the temporary folder. Null when the registry cannot be reached.
 */

import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const VERSION = '13.5.0'
const FOLDER = join(tmpdir(), `fangxing-lighthouse-${VERSION}`)
const COMMAND = join(FOLDER, 'node_modules', 'lighthouse', 'cli', 'index.js')
const run = promisify(execFile)

export interface LighthouseRun {
  /** Wall time, browser start included. */
  readonly seconds: number
  readonly audits: number
}

export async function openLighthouse(): Promise<
  ((address: string) => Promise<LighthouseRun>) | null
> {
  if (!existsSync(COMMAND) && !(await install())) return null
  return measure
}

async function install(): Promise<boolean> {
  await mkdir(FOLDER, { recursive: true })
  await writeFile(join(FOLDER, 'package.json'), '{"private":true}\n')
  try {
    const wanted = [
      'install',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      `lighthouse@${VERSION}`,
    ]
    await run('npm', wanted, { cwd: FOLDER })
    return existsSync(COMMAND)
  } catch {
    return false
  }
}

async function measure(address: string): Promise<LighthouseRun> {
  const out = join(FOLDER, 'run.json')
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [
      COMMAND,
      address,
      '--quiet',
      '--no-enable-error-reporting',
      '--only-categories=accessibility,best-practices,seo',
      '--chrome-flags=--headless --no-sandbox',
      '--output=json',
      `--output-path=${out}`,
    ],
    { stdio: 'ignore', env: { ...process.env, CI: '1' } },
  )
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`lighthouse ended with ${code}`)
  const seconds = (performance.now() - began) / 1000
  const { audits } = JSON.parse(await readFile(out, 'utf8')) as { audits: object }
  await rm(out)
  return { seconds, audits: Object.keys(audits).length }
}
