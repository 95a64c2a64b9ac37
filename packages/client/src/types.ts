/** What is asked and what is answered, in the words of the client. */

/** 1 profile, 2 comment, 3 forum, 4 social log. */
export type Scene = 1 | 2 | 3 | 4

export type Suggestion = 'pass' | 'review' | 'risky'

export interface TextDraft {
  readonly content: string
  /** Of the writer, as the mini-program knows them. */
  readonly openid: string
  /** 2, a comment, when absent. */
  readonly scene?: Scene | undefined
  readonly title?: string | undefined
  readonly nickname?: string | undefined
  /** Counts with scene 1 only. */
  readonly signature?: string | undefined
}

/** One occurrence of a listed word. `text.slice(start, end)` of its field is what was found. */
export interface Hit {
  readonly term: string
  readonly label: number
  readonly level: 'block' | 'review' | 'hint'
  readonly matched: string
  readonly field?: string
  readonly start?: number
  readonly end?: number
  /** What had to be undone to see the word; empty: written as listed. */
  readonly conversions: readonly string[]
}

/** Which clause, and why. */
export interface Finding {
  readonly ruleId: string
  readonly clauseId: string
  readonly clauseWords: string
  readonly message: { readonly zh: string; readonly en: string }
}

export interface TextAnswer {
  readonly suggest: Suggestion
  /** 100 normal, 10001 advertising, … */
  readonly label: number
  /** Under which the check is kept, and can be asked about later. */
  readonly traceId: string
  readonly detail: readonly Readonly<Record<string, unknown>>[]
  /** Empty from a server that tells no reasons. */
  readonly hits: readonly Hit[]
  readonly findings: readonly Finding[]
}

export interface PictureAnswer {
  /** The call knows good and bad only: what a person should see is risky here. */
  readonly suggest: 'pass' | 'risky'
}

export interface MediaDraft {
  /** Where the server can fetch it. */
  readonly url: string
  readonly kind: 'sound' | 'picture' | 'video'
  readonly openid: string
  readonly scene?: Scene | undefined
}

/** The result comes later, as a push or a webhook with this id. */
export interface MediaReceipt {
  readonly traceId: string
}

export interface RiskDraft {
  readonly openid: string
  /** 0 registration, 1 marketing, 2 content. */
  readonly scene: 0 | 1 | 2
  readonly clientIp: string
  readonly mobileNo?: string | undefined
  readonly emailAddress?: string | undefined
}

export interface RiskAnswer {
  /** 0 to 4; the higher, the riskier. */
  readonly rank: number
}

/** What a person decided about a check that was in doubt. */
export interface Decision {
  readonly verdict: 'pass' | 'risky'
  readonly label: number
  readonly note: string
  /** Epoch milliseconds. */
  readonly at: number
}

export interface ClientOptions {
  /** e.g. `http://127.0.0.1:7300`. */
  readonly baseUrl: string
  readonly appid: string
  readonly secret: string
  /** For one call, its token included; 5 s when absent. */
  readonly timeoutMs?: number | undefined
  /** The runtime's own when absent. */
  readonly fetch?: typeof fetch | undefined
  /** Epoch ms; the runtime's clock when absent. */
  readonly now?: (() => number) | undefined
}

export interface Client {
  checkText(draft: TextDraft): Promise<TextAnswer>
  /** PNG, JPEG or GIF to 1 MB, or what the operator allows. A doubtful one is `risky` here. */
  checkPicture(picture: Blob | Uint8Array): Promise<PictureAnswer>
  /** Answers at once; see `MediaReceipt`. */
  checkMedia(draft: MediaDraft): Promise<MediaReceipt>
  getUserRisk(draft: RiskDraft): Promise<RiskAnswer>
  /** Null while nobody has decided, and for a check that was never in doubt. */
  findDecision(traceId: string): Promise<Decision | null>
  /** Any other call of the dialect, with the token and the same errors. */
  call(path: string, body: object): Promise<Readonly<Record<string, unknown>>>
}
