/**
 * Assesses a mini-program package together with what its developer declares.
 *
 * Bytes by path, submission and lexicon → verdict, every rule's outcome, and a summary of what was
 * seen. Pure; the same input gives the same answer, byte for byte. Throws `MANIFEST_MISSING` and
 * `MANIFEST_MALFORMED` only: without a manifest there is no program to assess. Whatever else fails
 * inside leaves its kinds unobserved, and the rules that need them send the case to a person.
 */

import type { Assessment, Observations, PackageFiles, SubmissionFacts } from '@fangxing/contract'
import { AppError } from '@fangxing/contract'
import { observeProgram } from '@fangxing/miniprogram'
import { programRules } from '@fangxing/policy'
import type { Lexicon } from '@fangxing/text'
import { decideVerdict } from './decide-verdict.ts'
import { findTermHits } from './find-term-hits.ts'
import { judge } from './judge.ts'
import { nameEdition } from './name-edition.ts'
import { type ProgramSummary, summarise } from './summarise.ts'

export interface ProgramAssessment extends Assessment {
  readonly summary: ProgramSummary
}

export function assessProgram(
  files: PackageFiles,
  submission: SubmissionFacts,
  lexicon: Lexicon,
): ProgramAssessment {
  const failures: string[] = []
  const attempt = <Seen>(observe: () => Seen): Seen | Record<never, never> => {
    try {
      return observe()
    } catch (error) {
      if (error instanceof AppError) throw error
      failures.push(String(error))
      return {}
    }
  }

  const program: Partial<Observations> = attempt(() => observeProgram(files))
  const { texts } = program
  const words: Partial<Observations> =
    texts === undefined ? {} : attempt(() => ({ termHits: findTermHits(texts, lexicon) }))
  const seen: Partial<Observations> = { ...program, ...words, submission }

  const judgements = judge(programRules, seen)
  return {
    verdict: decideVerdict(judgements),
    judgements,
    edition: nameEdition(programRules, lexicon),
    summary: summarise(seen, failures),
  }
}
