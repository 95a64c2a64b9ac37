/** What the developer says when a version is submitted. Claims, not observations. */

/** A category of the platform's table by its names, the stable key; ids change. */
export interface Category {
  readonly first: string
  readonly second: string
}

/** Who stands behind the app: decides which categories it may hold and whether the seven-day promise applies. */
export interface Subject {
  readonly kind: 'enterprise' | 'individual' | 'government' | 'other'
  readonly overseas: boolean
  /** ISO 3166-2 code of the region whose authority files the app, e.g. `CN-GD`. */
  readonly region: string
}

/** `ugc_declare` of `submit_audit`, with the platform's numbers. */
export interface UgcDeclaration {
  readonly scenes: readonly number[]
  readonly methods: readonly number[]
  readonly hasAuditTeam: boolean
  readonly description: string
}

export interface SubmissionFacts {
  readonly categories: readonly Category[]
  readonly subject: Subject
  /** Absent when the developer declared nothing. */
  readonly ugcDeclaration?: UgcDeclaration
}
