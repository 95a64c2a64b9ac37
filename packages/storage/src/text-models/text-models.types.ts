/** Editions of the text model; the newest one judges. What an adjustment says is the server's matter. */

import type { Page, PageRequest } from '../page.types.ts'

export interface TextModelEdition {
  /** From 1; 0 stands for the shipped model before any edition. */
  readonly number: number
  readonly at: number
  readonly by: string
  readonly note: string | null
  /** The earlier edition that this one is equal to; 0: the shipped model. */
  readonly restores: number | null
  /** Null: the shipped model alone. */
  readonly adjustment: unknown
}

export interface TextModels {
  publish(edition: Omit<TextModelEdition, 'number'>): Promise<TextModelEdition>
  find(number: number): Promise<TextModelEdition | null>
  /** Null before the first one. */
  live(): Promise<TextModelEdition | null>
  /** Of the live one, 0 before the first: what every process asks again and again. */
  liveNumber(): Promise<number>
  /** Newest first. */
  list(request?: PageRequest): Promise<Page<TextModelEdition>>
}
