/** A sentence for people, in the two languages of the product. Chinese is the first language. */
export interface Wording {
  readonly zh: string
  readonly en: string
}
