/**
 * Checks a piece of user content and records what was answered.
 *
 * All fields are judged together: a nickname can be what is wrong with a comment. The texts
 * themselves are kept as the policy of the app says: as shipped, only those that a person may have to
 * look at again, for a month.
 */

import type { TextAssessment } from '@fangxing/assessment'
import type { Judgement } from '@fangxing/contract'
import { AppError, type Label, type TermHit, type TextClass } from '@fangxing/contract'
import { rulesOfScene, textRules } from '@fangxing/policy'
import { type CheckedText, nameCheck } from '@fangxing/storage'
import type { Lexicon } from '@fangxing/text'
import { type CheckPolicy, weighedAs } from '../check-policy/index.ts'
import type { Ports } from '../ports.ts'
import { type Consulted, consultAbout } from '../upstream/consult.ts'
import { assessInTurns } from './assess-in-turns.ts'
import { recordCheck } from './record-check.ts'
import { SUGGESTION, type Suggestion } from './suggestion.ts'

/** Of all fields together; what WeChat's older interface takes, 500 KB, in characters at most. */
export const MAX_TEXT_LENGTH = 500 * 1024

export interface TextToCheck {
  readonly texts: readonly CheckedText[]
  readonly scene: number
  /** For a caller that named none: its rules are weighed as for an answer of two words. */
  readonly isSceneNamed?: boolean | undefined
  readonly appid: string | null
  readonly writer: string | null
}

export interface CheckedAnswer {
  readonly id: string
  readonly suggest: Suggestion
  readonly label: Label
  readonly hits: readonly TermHit[]
  /** What a model takes each text for. */
  readonly classes: readonly TextClass[]
  readonly judgements: readonly Judgement[]
  readonly edition: string
  /** What another checker said that was asked before this answer; null when none was. */
  readonly upstream: Consulted['upstream']
}

export function checkText(ports: Ports, content: TextToCheck): Promise<CheckedAnswer> {
  const length = content.texts.reduce((sum, { text }) => sum + text.length, 0)
  if (length > MAX_TEXT_LENGTH) {
    const tooLong = new AppError('TEXT_TOO_LONG', { length, maxLength: MAX_TEXT_LENGTH })
    return Promise.reject(tooLong)
  }
  // What is known is not waited for: each wait costs every check.
  const policy = ports.checkPolicy.of(content.appid)
  const lexicon = ports.lexicon.current()
  return policy instanceof Promise || lexicon instanceof Promise
    ? Promise.all([policy, lexicon]).then((known) => checkBy(ports, content, ...known))
    : checkBy(ports, content, policy, lexicon)
}

function checkBy(
  ports: Ports,
  content: TextToCheck,
  policy: CheckPolicy,
  lexicon: Lexicon,
): Promise<CheckedAnswer> {
  const { texts, scene } = content
  const weighed = weighedAs(content)
  const rules = rulesOfScene(textRules, weighed, policy.weights[weighed])
  const order = { texts, scene, lexicon, classifier: ports.classifier, rules }
  return assessInTurns(order).then((assessed) => keepCheck(ports, content, policy, assessed))
}

function keepCheck(
  ports: Ports,
  content: TextToCheck,
  { retention }: CheckPolicy,
  { hits, classes, judgements, edition, verdict, label }: TextAssessment,
): Promise<CheckedAnswer> {
  const at = ports.clock.now()
  const { texts, scene, appid, writer } = content
  const id = nameCheck(at)
  const ours = { suggest: SUGGESTION[verdict], label }

  const keep = ({ suggest, label, upstream }: Consulted): Promise<CheckedAnswer> => {
    const evidence = upstream === null ? { hits, classes } : { hits, classes, upstream }
    const answer = { id, suggest, label, hits, classes, judgements, edition, upstream }
    const said = { id, suggest, label, edition, evidence, judgements }
    const made = { ...said, appid, writer, scene, texts, at }
    return recordCheck(ports.storage, made, retention).then(() => {
      const looked = { ...ours, id, texts, scene, weighedAs: weighedAs(content), appid, at }
      ports.trials.look(ports, looked)
      return answer
    })
  }
  const text = { texts, scene, openid: writer }
  const told = consultAbout(ports, { checkId: id, appid, ours, ask: (one) => one.text(text) })
  // Most apps ask nobody else.
  return told instanceof Promise ? told.then(keep) : keep(told)
}
