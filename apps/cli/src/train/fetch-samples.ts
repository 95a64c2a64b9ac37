/**
 * What people have decided on a server, as samples: all pages of it, newest first.
 *
 * A text that was decided twice has its newest decision. What gave no sample is counted, by its reason:
 * whoever keeps no texts learns from none.
 */

import { samplePage } from '@fangxing/server/shapes/text-model'
import type { KnownLabel, ReviewedText } from '@fangxing/text'
import type { z } from 'zod'
import type { Api } from '../remote/api.ts'

type Page = z.output<typeof samplePage>

export interface FetchedSamples {
  readonly texts: readonly ReviewedText[]
  readonly leftOut: Page['leftOut']
}

export async function fetchSamples(api: Api, appid: string | undefined): Promise<FetchedSamples> {
  const labels = new Map<string, KnownLabel>()
  const leftOut = { withoutText: 0, otherLabel: 0, otherKind: 0 }
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; ) {
    const page: Page = await api.get(pathOf(appid, cursor), samplePage)
    for (const { text, label } of page.items) {
      if (!labels.has(text)) labels.set(text, label as KnownLabel)
    }
    leftOut.withoutText += page.leftOut.withoutText
    leftOut.otherLabel += page.leftOut.otherLabel
    leftOut.otherKind += page.leftOut.otherKind
    cursor = page.nextCursor
    isFirst = false
  }
  return { texts: [...labels].map(([text, label]) => ({ text, label })), leftOut }
}

function pathOf(appid: string | undefined, cursor: string | null): string {
  const query = new URLSearchParams({
    ...(appid === undefined ? {} : { appid }),
    ...(cursor === null ? {} : { cursor }),
  })
  return `/v1/text-models/samples?${query}`
}
