/** Who may come in: people with passwords and sessions, apps with access tokens, the first run. */

export const ROLES = ['developer', 'reviewer', 'authority', 'operator'] as const
export type Role = (typeof ROLES)[number]

export interface User {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  /** ISO 3166-2 code; an authority's user sees this region only. Null: every region. */
  readonly region: string | null
  readonly createdAt: number
  /** Since when the user may not come in; null: they may. */
  readonly frozenAt: number | null
}

/** What is absent stays as it is. */
export interface UserChange {
  readonly roles?: readonly Role[] | undefined
  readonly region?: string | null | undefined
  readonly frozenAt?: number | null | undefined
}

export interface UserDraft {
  readonly name: string
  readonly roles: readonly Role[]
  readonly region?: string | null | undefined
  /** Kept only as scrypt hash with its own salt. */
  readonly password: string
}

export interface Users {
  /** Throws USER_ALREADY_EXISTS; names differ by more than letter case. */
  create(draft: UserDraft, now: number): Promise<User>
  find(id: string): Promise<User | null>
  list(): Promise<readonly User[]>
  /** Whatever the case of its letters. */
  findByName(name: string): Promise<User | null>
  /** The user, or null when name or password is wrong; takes the same time for both. */
  findByPassword(name: string, password: string): Promise<User | null>
  /** Ends every session of the user. False when there is no such user. */
  setPassword(id: string, password: string): Promise<boolean>
  /**
   * Freezing ends every session of the user; while frozen no password and no session is theirs. Null
   * when there is no such user. Throws LAST_OPERATOR when nobody could run the instance afterwards.
   */
  change(id: string, change: UserChange): Promise<User | null>
}

export interface Sessions {
  /** The token for the cookie; only its hash is kept. */
  start(userId: string, now: number, lastsMs: number): Promise<string>
  /** Null when unknown or expired at `now`. */
  find(token: string, now: number): Promise<User | null>
  end(token: string): Promise<void>
  /** Removes what expired before `now`; returns how many. */
  sweep(now: number): Promise<number>
}

export interface FirstRun {
  /** A fresh token for the one-time link, or null when a user exists already. Valid for 24 hours. */
  open(now: number): Promise<string | null>
  /** True while no user exists. */
  isOpen(): Promise<boolean>
  /** Makes the first user, an operator, and closes the door in one step. Throws FIRST_RUN_LINK_USED. */
  use(token: string, name: string, password: string, now: number): Promise<User>
}

/** `plain`: each issue ends the one before. `stable`: the same token again while it is good. */
export type TokenKind = 'plain' | 'stable'

export interface IssuedToken {
  readonly token: string
  readonly expiresAt: number
}

export interface TokenRequest {
  readonly appid: string
  /** The app's secret, already proven with `apps.hasSecret`: the token is derived from it. */
  readonly secret: string
  readonly kind: TokenKind
  /** Only for `stable`: end the present token and give another. */
  readonly forceRefresh?: boolean | undefined
  readonly now: number
}

export type TokenState =
  | { readonly kind: 'valid'; readonly appid: string; readonly expiresAt: number }
  | { readonly kind: 'expired'; readonly appid: string }
  | { readonly kind: 'unknown' }

export interface Tokens {
  /** Lasts 7200 s. Throws APP_NOT_FOUND, and NOT_ALLOWED when the secret is not the app's. */
  issue(request: TokenRequest): Promise<IssuedToken>
  /** `unknown` also covers a token that a later one replaced. */
  /** A promise, unless somebody in between knows the token. */
  find(token: string, now: number): TokenState | Promise<TokenState>
}
