/**
 * `npm run bar [NAME]`: lists the bars, or runs one.
 *
 * A bar is a promised figure made into a command: `tools/bars/NAME.ts` exports `bar`, whose `run`
 * measures and says whether the promise holds. The figure is the last line printed; the exit code
 * is 0 when it holds, 1 when it does not, 2 when there is no such bar or it could not be measured.
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface Bar {
  /** What is promised, in one line. */
  readonly title: string
  run(log: (line: string) => void): Promise<BarResult>
}

export interface BarResult {
  readonly holds: boolean
  /** The measured figure, in one line. */
  readonly figure: string
}

const FOLDER = join(import.meta.dirname, 'bars')

const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort()

async function load(name: string): Promise<Bar> {
  const module: { bar: Bar } = await import(join(FOLDER, `${name}.ts`))
  return module.bar
}

const [wanted] = process.argv.slice(2)
if (wanted === undefined) {
  for (const name of names) console.log(`${name.padEnd(16)} ${(await load(name)).title}`)
  console.log('npm run bar NAME runs one.')
} else if (!names.includes(wanted)) {
  console.error(`There is no bar “${wanted}”. There are: ${names.join(', ')}.`)
  process.exitCode = 2
} else {
  try {
    const { holds, figure } = await (await load(wanted)).run((line) => console.log(line))
    console.log(`${holds ? 'holds' : 'FALLS SHORT'} · ${wanted} · ${figure}`)
    process.exitCode = holds ? 0 : 1
  } catch (error) {
    console.error(error)
    console.log(`could not be measured · ${wanted}`)
    process.exitCode = 2
  }
}
