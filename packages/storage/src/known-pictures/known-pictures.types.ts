/** Pictures that people have seen before, by the hash of what they look like: to deny or to allow. */

import type { Page, PageRequest } from '../page.types.ts'

export interface KnownPictureDraft {
  /** 64 hexadecimal digits in lower case. */
  readonly bits: string
  readonly bank: string
  /** WeChat's number, or a word of the operator. */
  readonly label: string
  readonly kind: 'allow' | 'deny'
}

export interface KnownPictureRow extends KnownPictureDraft {
  readonly id: number
  readonly addedBy: string
  readonly addedAt: number
}

export interface KnownPictures {
  /** Those that are there already stay as they were. Returns how many were added. */
  add(drafts: readonly KnownPictureDraft[], addedBy: string, addedAt: number): Promise<number>
  /** False when there is none. */
  remove(id: number): Promise<boolean>
  /** Newest first. */
  list(page?: PageRequest): Promise<Page<KnownPictureRow>>
  /** All, oldest first; with ids above `after`. Streams a thousand at a time. */
  all(after?: number): AsyncIterable<KnownPictureRow>
  /** Changes whenever something was added or removed. Cost: two index look-ups. */
  edition(): Promise<string>
}
