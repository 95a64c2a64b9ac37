/** Whatever gives verdicts on posts: the engine in this process, or a server. */

import { assessText } from '@fangxing/assessment'
import type { Label, TermHit, Verdict, Wording } from '@fangxing/contract'
import type { Lexicon, TextClassifier } from '@fangxing/text'
import type { Post } from './parse-post.ts'

export interface PostVerdict {
  readonly verdict: Verdict
  readonly label: Label
  readonly edition: string
  readonly hits: readonly TermHit[]
  /** Under which a server keeps the check. */
  readonly traceId?: string
}

/** Why there is no verdict on this very post: it goes to a person. */
export interface Unjudged {
  readonly because: Wording
}

export interface Judge {
  /** Who judges, and as which scene what names none: what another judged is not gone on with. */
  readonly name: string
  /** Of rules and lexicon, when it cannot change while the command runs; else null. */
  readonly edition: string | null
  /** Posts that may be asked about at once. */
  readonly concurrency: number
  judge(post: Post): PostVerdict | Promise<PostVerdict | Unjudged>
}

export function judgeHere(lexicon: Lexicon, scene: number, classifier?: TextClassifier): Judge {
  const models = classifier === undefined ? {} : { classifier }
  const judge = (post: Post) =>
    assessText({ texts: post.texts, scene: post.scene ?? scene }, lexicon, models)
  const { edition } = judge({ id: null, scene: null, texts: [] })
  return { name: `offline, scene ${scene}`, edition, concurrency: 1, judge }
}
