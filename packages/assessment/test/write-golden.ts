/** Rewrites every expected answer in `fixtures/assessments/`. Read the diff before committing it. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { assessCase, goldenCases, pathOfAnswer, renderAnswer } from './golden-cases.ts'

for (const golden of goldenCases) {
  mkdirSync(dirname(pathOfAnswer(golden)), { recursive: true })
  writeFileSync(pathOfAnswer(golden), renderAnswer(assessCase(golden)))
}
console.log(`fixtures/assessments: ${goldenCases.length} answers`)
