/**
 * What a text can be about, finer than the labels that are answered.
 *
 * One label gathers kinds of text that share few words (a bet and a firearm are both crime), so the
 * model learns topics and the label's probability is the sum of its topics. `hostility` is apart: a
 * question of its own, asked of comments about groups; `prejudice` is the same among all topics.
 */

import type { Label } from '@fangxing/contract'

export const TOPICS = {
  ordinary: 100,
  advert: 10001,
  blackMarket: 10001,
  porn: 20002,
  insult: 20003,
  hostility: 20003,
  gambling: 20006,
  contraband: 20006,
  fraud: 20008,
  vulgar: 20012,
  prejudice: 20003,
} as const satisfies Record<string, Label>

export type Topic = keyof typeof TOPICS

export const TOPIC_NAMES = Object.keys(TOPICS) as readonly Topic[]

/** The labels that the model can answer, 100 first. */
export const KNOWN_LABELS = [100, 10001, 20002, 20003, 20006, 20008, 20012] as const

export type KnownLabel = (typeof KNOWN_LABELS)[number]
