/**
 * What a submitter says about a page that cannot be seen: where its title, its content, its adverts
 * and its cards for goods are. Claims; every block says whether it was declared or recognised.
 */

export interface PageManifest {
  /** CSS selectors; what is left out is recognised by its looks. */
  readonly title?: string | undefined
  readonly content?: string | undefined
  readonly adverts?: readonly DeclaredAdvert[] | undefined
  readonly cards?: readonly DeclaredCards[] | undefined
}

export interface DeclaredAdvert {
  readonly selector: string
  /** Whether it gathers customers: a form, a phone number, a consultation. */
  readonly isLead?: boolean | undefined
}

/** One selector for every card; the others are looked up inside it, `@name` reads an attribute. */
export interface DeclaredCards {
  readonly selector: string
  readonly id?: string | undefined
  readonly title?: string | undefined
  readonly category?: string | undefined
  readonly price?: string | undefined
  readonly target?: string | undefined
}
