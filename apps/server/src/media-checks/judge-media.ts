/**
 * Looks at a picture or a clip and judges what is seen, as the scene and the app's policy weigh it.
 *
 * Only what a rule of the scene reads is measured. Nothing is recorded here.
 */

import { assessClip, assessPicture, type MediaAssessment } from '@fangxing/assessment'
import type { Judgement, Label, SeenClip, SeenPicture, TermHit, Verdict } from '@fangxing/contract'
import { type ClipFact, isClipFact, type PictureFact } from '@fangxing/media'
import { clipRules, factsOf, pictureRules, rulesOfScene } from '@fangxing/policy'
import { weighedAs } from '../check-policy/index.ts'
import type { Ports } from '../ports.ts'
import type { Consulted } from '../upstream/consult.ts'
import type { Suggestion } from '../use-cases/suggestion.ts'
import { openEngine } from './open-engine.ts'

export interface MediaContext {
  readonly appid: string
  /** 1 to 4; of a call that names none, see `isSceneNamed`. */
  readonly scene: number
  readonly isSceneNamed: boolean
  readonly signal?: AbortSignal | undefined
}

export interface JudgedMedia {
  readonly suggest: Suggestion
  readonly label: Label
  /** Of what was found, 0 to 1; 0 when it could only not be determined. */
  readonly probability: number
  readonly hits: readonly TermHit[]
  readonly judgements: readonly Judgement[]
  readonly edition: string
  /** What was seen, without the frames of a clip. */
  readonly seen: SeenPicture | SeenClip
  /** What another checker said before the app was told; null when none was asked. */
  readonly upstream: Consulted['upstream']
}

const SUGGESTION: Readonly<Record<Verdict, Suggestion>> = {
  pass: 'pass',
  review: 'review',
  reject: 'risky',
}

/** The facts of a picture that the engine may be asked for, of those that rules read. */
const PICTURE_FACTS: readonly PictureFact[] = ['words', 'codes', 'classes', 'known', 'hash']

/** What a call is named in places and findings. */
const NAME = 'media'

export async function judgePicture(
  ports: Ports,
  bytes: Uint8Array,
  context: MediaContext,
): Promise<JudgedMedia> {
  const rules = await rulesFor(ports, pictureRules, context)
  const engine = await openEngine(ports)
  const wanted = pictureFactsOf(rules)
  const seen = await engine.picture({ name: NAME, bytes }, withSignal({ wanted }, context))
  const { scene } = context
  const assessed = assessPicture(seen, await ports.lexicon.current(), {
    ...{ scene, rules, classifier: ports.classifier },
    engines: [engine.edition, `pictures-${ports.pictureBank.edition}`],
  })
  return toJudged(assessed, seen, seen.classes ?? [])
}

export async function judgeClip(
  ports: Ports,
  path: string,
  context: MediaContext,
): Promise<JudgedMedia> {
  const rules = await rulesFor(ports, clipRules, context)
  const engine = await openEngine(ports)
  const source = { name: NAME, source: path }
  const wanted: readonly ClipFact[] = factsOf(rules).filter(isClipFact)
  const options = withSignal({ wanted, frameFacts: pictureFactsOf(rules) }, context)
  const seen = await engine.clip(source, options)
  const { scene } = context
  const assessed = assessClip(seen, await ports.lexicon.current(), {
    ...{ scene, rules, classifier: ports.classifier },
    engines: [engine.edition, `pictures-${ports.pictureBank.edition}`],
  })
  const classes = (seen.video?.frames ?? []).flatMap(({ picture }) => picture.classes ?? [])
  return toJudged(assessed, withoutFrames(seen), classes)
}

function pictureFactsOf(rules: typeof pictureRules): readonly PictureFact[] {
  const asked = new Set<string>(factsOf(rules))
  return PICTURE_FACTS.filter((fact) => asked.has(fact))
}

async function rulesFor(
  ports: Ports,
  rules: typeof pictureRules,
  context: MediaContext,
): Promise<typeof pictureRules> {
  const { weights } = await ports.checkPolicy.of(context.appid)
  const weighed = weighedAs(context)
  return rulesOfScene(rules, weighed, weights[weighed])
}

function withSignal<Options>(options: Options, { signal }: MediaContext) {
  return signal === undefined ? options : { ...options, signal }
}

function toJudged(
  { verdict, label, hits, judgements, edition }: MediaAssessment,
  seen: SeenPicture | SeenClip,
  classes: NonNullable<SeenPicture['classes']>,
): JudgedMedia {
  const broken = judgements.filter(
    ({ severity, outcome }) => severity !== 'advise' && outcome.kind === 'violation',
  )
  const estimates = broken.map(({ ruleId }) => estimateOf(ruleId, hits, classes))
  const probability = Math.max(0, ...estimates)
  const suggest = SUGGESTION[verdict]
  return { suggest, label, probability, hits, judgements, edition, seen, upstream: null }
}

/** How sure the finding of a rule is: words and scores are estimates, the rest was measured. */
function estimateOf(
  ruleId: string,
  hits: readonly TermHit[],
  classes: NonNullable<SeenPicture['classes']>,
): number {
  if (ruleId.endsWith('-word')) return Math.max(0, ...hits.map(({ confidence }) => confidence))
  if (!ruleId.includes('/indecent-')) return 1
  return Math.max(0, ...classes.filter(isIndecent).map(({ score }) => score))
}

function isIndecent({ name }: { readonly name: string }): boolean {
  return name === 'porn' || name === 'hentai' || name === 'sexy'
}

/** Frames repeat what the findings name, and would make a record of megabytes. */
function withoutFrames(seen: SeenClip): SeenClip {
  if (seen.video === undefined) return seen
  const { frames, ...video } = seen.video
  return { ...seen, video }
}
