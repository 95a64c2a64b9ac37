/**
 * Whole mini-programs with the submission that each is judged by, and what is expected of them.
 *
 * The programs lie in `fixtures/miniprograms/`; the expected answers in `fixtures/assessments/`, as
 * text that reads well in a diff. `node packages/assessment/test/write-golden.ts` rewrites them.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Category, Judgement, PackageFiles, SubmissionFacts } from '@fangxing/contract'
import { describePlace } from '@fangxing/contract'
import { starterTerms } from '@fangxing/policy'
import { compileLexicon } from '@fangxing/text'
import { assessProgram, type ProgramAssessment } from '../src/index.ts'

const FIXTURES = join(import.meta.dirname, '..', '..', '..', 'fixtures')

export interface GoldenCase {
  /** Names the answer: `fixtures/assessments/<name>.txt`. */
  readonly name: string
  readonly program: string
  readonly submission: SubmissionFacts
}

function declared(...names: readonly string[]): SubmissionFacts {
  return {
    categories: names.map(toCategory),
    subject: { kind: 'enterprise', overseas: false, region: 'CN-GD' },
  }
}

function toCategory(name: string): Category {
  const [first = '', ...rest] = name.split('-')
  return { first, second: rest.join('-') }
}

export const goldenCases: readonly GoldenCase[] = [
  { name: 'plain-tool', program: 'plain-tool', submission: declared('工具-信息查询') },
  { name: 'open-forum-as-tool', program: 'open-forum', submission: declared('工具-信息查询') },
  { name: 'open-forum', program: 'open-forum', submission: declared('社交-社区/论坛') },
  {
    name: 'own-backend-shop',
    program: 'own-backend-shop',
    submission: declared('商家自营-家居家纺'),
  },
  { name: 'radio-hour-as-tool', program: 'radio-hour', submission: declared('工具-信息查询') },
  { name: 'radio-hour', program: 'radio-hour', submission: declared('文娱-电台') },
  { name: 'garden-notes', program: 'garden-notes', submission: declared('社交-笔记') },
  {
    name: 'garden-notes-of-an-individual',
    program: 'garden-notes',
    submission: {
      ...declared('社交-笔记'),
      subject: { kind: 'individual', overseas: false, region: 'CN-GD' },
    },
  },
  { name: 'missing-page', program: 'broken/missing-page', submission: declared('工具-办公') },
  { name: 'bad-script', program: 'broken/bad-script', submission: declared('工具-办公') },
]

const lexicon = compileLexicon(starterTerms)

export function assessCase({ program, submission }: GoldenCase): ProgramAssessment {
  return assessProgram(readProgram(program), submission, lexicon)
}

function readProgram(program: string): PackageFiles {
  const folder = join(FIXTURES, 'miniprograms', program)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    files.map((file) => [relative(folder, file).replaceAll(sep, '/'), readFileSync(file)]),
  )
}

export function pathOfAnswer({ name }: GoldenCase): string {
  return join(FIXTURES, 'assessments', `${name}.txt`)
}

/**
 * One line per rule that had something to say, then its findings. The edition is left out: it
 * changes with every rule.
 */
export function renderAnswer({ verdict, judgements, summary }: ProgramAssessment): string {
  const { pages, publishEntries, contentChecks, textCount } = summary
  const lines = [
    `verdict ${verdict}`,
    `pages ${pages?.length}, entries ${publishEntries?.length}, checks ${contentChecks?.length}, texts ${textCount}`,
    '',
    ...judgements.flatMap(tellJudgement),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function tellJudgement({ ruleId, severity, outcome }: Judgement): readonly string[] {
  const head = `${ruleId} (${severity}) ${outcome.kind}`
  if (outcome.kind === 'undetermined') return [head, `  ${outcome.because.zh}`]
  if (outcome.kind !== 'violation') return []
  return [
    head,
    ...outcome.findings.map(
      ({ place, message, measured }) =>
        `  ${describePlace(place)} ${message.zh} [${measured ?? ''}]`,
    ),
  ]
}
