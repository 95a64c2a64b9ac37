/**
 * What a material is, before anybody looks: an address, a page in files, or an article in JSON.
 *
 * `files` are those beside the page or the article, by path; pictures of an article are found there.
 */

import type { MaterialForm } from './material-form.ts'

export type MaterialSource = {
  readonly name: string
  readonly form: MaterialForm
} & (
  | { readonly kind: 'address'; readonly address: string }
  | {
      readonly kind: 'page'
      readonly entry: string
      readonly files: ReadonlyMap<string, Uint8Array>
    }
  | { readonly kind: 'article'; readonly files: ReadonlyMap<string, Uint8Array> }
)
