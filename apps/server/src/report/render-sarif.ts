/**
 * A preflight or an audit as SARIF, for editors and code-scanning services.
 *
 * A violation is a result of kind `fail`; what could not be told is of kind `review`, which SARIF
 * gives no level: a person must look. Every rule that judged is described, also when it passed.
 * Lines and columns count from 1, columns in UTF-16 units.
 *
 * Source: OASIS SARIF 2.1.0 — https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */

import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type Assessment,
  describePlace,
  type Finding,
  type Place,
  type Severity,
  type Wording,
} from '@fangxing/contract'
import type { Invocation, Location, Log, Notification, ReportingDescriptor, Result } from 'sarif'
import manifest from '../../package.json' with { type: 'json' }
import type { Language } from '../http/language.ts'
import { type ExplainedJudgement, explainJudgement } from './explain-judgement.ts'
import { fileOf, fingerprint } from './fingerprint.ts'

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

const LEVELS = { block: 'error', review: 'warning', advise: 'note' } as const satisfies Record<
  Severity,
  string
>

/** A finding that the team has accepted. */
export interface AcceptedFinding {
  readonly ruleId: string
  readonly fingerprint: string
  readonly message: Wording
  /** Absent: it could not be told, so it stands nowhere. */
  readonly place?: Place | undefined
  /** Absent: it stands in the baseline. */
  readonly suppression?: { readonly origin: string; readonly reason: string } | undefined
}

/** What SARIF tells of: a preflight, or an audit. */
export interface SarifReport {
  readonly assessment: Assessment
  readonly acceptance: { readonly held: readonly AcceptedFinding[] }
  readonly prefix: string
  /** What went wrong in an engine. */
  readonly failures?: readonly string[]
}

export function renderSarif(report: SarifReport, language: Language): string {
  const { assessment, acceptance, prefix, failures = [] } = report
  const judgements = assessment.judgements.map(explainJudgement)
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'fangxing',
            version: manifest.version,
            language,
            rules: judgements.map((judgement) => describeRule(judgement, language)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [toInvocation(failures)],
        results: [
          ...judgements.flatMap((judgement, ruleIndex) =>
            toResults(judgement, ruleIndex, prefix, language),
          ),
          ...acceptance.held.map((one) => toHeldResult(one, judgements, prefix, language)),
        ],
        properties: { verdict: assessment.verdict, edition: assessment.edition },
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}

function toInvocation(failures: readonly string[]): Invocation {
  const notifications = failures.map(
    (text): Notification => ({ level: 'error', message: { text } }),
  )
  return {
    executionSuccessful: failures.length === 0,
    ...(failures.length > 0 && { toolExecutionNotifications: notifications }),
  }
}

function describeRule(judgement: ExplainedJudgement, language: Language): ReportingDescriptor {
  return {
    id: judgement.ruleId,
    shortDescription: { text: judgement.title[language] },
    fullDescription: { text: judgement.why[language] },
    help: { text: judgement.fix[language] },
    defaultConfiguration: { level: LEVELS[judgement.severity] },
    properties: { clause: judgement.clauseId, clauseWords: judgement.clauseWords[language] },
  }
}

function toResults(
  judgement: ExplainedJudgement,
  ruleIndex: number,
  prefix: string,
  language: Language,
): readonly Result[] {
  const { ruleId, severity, outcome } = judgement
  switch (outcome.kind) {
    case 'pass':
    case 'inapplicable':
      return []
    case 'undetermined':
      return [
        {
          ruleId,
          ruleIndex,
          kind: 'review',
          level: 'none',
          message: { text: outcome.because[language] },
          partialFingerprints: { 'fangxing/v1': fingerprint(ruleId, 'undetermined') },
        },
      ]
    case 'violation':
      return outcome.findings.map((finding) => ({
        ruleId,
        ruleIndex,
        kind: 'fail',
        level: LEVELS[severity],
        message: { text: describeFinding(judgement, finding, language) },
        locations: [toLocation(finding.place, prefix)],
        partialFingerprints: {
          'fangxing/v1': fingerprint(ruleId, fileOf(finding.place), finding.message.zh),
        },
      }))
  }
}

/** Accepted by the team: code-scanning services show it closed, with the reason. */
function toHeldResult(
  { ruleId, message, place, suppression, fingerprint: known }: AcceptedFinding,
  judgements: readonly ExplainedJudgement[],
  prefix: string,
  language: Language,
): Result {
  const isInSource = suppression !== undefined && !suppression.origin.includes('#')
  const justification = suppression?.reason
  return {
    ruleId,
    ruleIndex: judgements.findIndex((one) => one.ruleId === ruleId),
    kind: place === undefined ? 'review' : 'fail',
    level: place === undefined ? 'none' : 'note',
    message: { text: message[language] },
    ...(place && { locations: [toLocation(place, prefix)] }),
    partialFingerprints: { 'fangxing/v1': known },
    suppressions: [
      {
        kind: isInSource ? 'inSource' : 'external',
        status: 'accepted',
        ...(justification !== undefined && { justification }),
      },
    ],
  }
}

function describeFinding(
  judgement: ExplainedJudgement,
  { message, measured, limit, fix }: Finding,
  language: Language,
): string {
  const words = {
    zh: { measured: '测得', limit: '允许', fix: '修正：' },
    en: { measured: 'measured', limit: 'allowed', fix: 'Fix: ' },
  }[language]
  const facts = [
    ...(measured === undefined ? [] : [`${words.measured} ${measured}`]),
    ...(limit === undefined ? [] : [`${words.limit} ${limit}`]),
  ].join(', ')
  const told = facts === '' ? message[language] : `${message[language]} (${facts})`
  return `${told}\n${words.fix}${(fix ?? judgement.fix)[language]}`
}

function toLocation(place: Place, prefix: string): Location {
  if (place.kind !== 'file') return { logicalLocations: [{ name: describePlace(place) }] }
  const path = prefix === '' ? place.file : `${prefix}/${place.file}`
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(path) },
      region: { startLine: place.line, startColumn: place.column },
    },
  }
}

function toUri(path: string): string {
  return isAbsolute(path)
    ? pathToFileURL(path).href
    : path.split('/').map(encodeURIComponent).join('/')
}
