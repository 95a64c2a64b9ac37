/**
 * What a page asked for and did not get of what it is made of: style sheets and scripts.
 *
 * Without its styles a page is laid out as nobody made it; without a script it may lack what that
 * would have drawn. Whether the page or the network is to blame cannot be told from here.
 */

import type { MissingFact, Wording } from '@fangxing/contract'
import type { OpenRun } from './open-run.ts'

type Kind = 'styles' | 'scripts'

const KINDS: Readonly<Record<string, Kind>> = { stylesheet: 'styles', script: 'scripts' }
const MOST_TOLD = 2

export interface ResourceWatch {
  missing(): readonly MissingFact[]
}

export function watchResources({ page }: OpenRun): ResourceWatch {
  const lost: Record<Kind, Set<string>> = { styles: new Set(), scripts: new Set() }
  const note = (type: string, address: string) => {
    const kind = KINDS[type]
    if (kind !== undefined) lost[kind].add(address)
  }
  page.on('requestfailed', (request) => {
    // The page itself has gone on meanwhile, and asks again.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return
    note(request.resourceType(), request.url())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) note(response.request().resourceType(), response.url())
  })
  return {
    missing: () =>
      (['styles', 'scripts'] as const).flatMap((fact) =>
        lost[fact].size === 0 ? [] : [{ fact, because: describe(fact, [...lost[fact]]) }],
      ),
  }
}

function describe(kind: Kind, addresses: readonly string[]): Wording {
  const hosts = [...new Set(addresses.map((one) => URL.parse(one)?.hostname ?? one))]
  const named = hosts.slice(0, MOST_TOLD).join('、')
  const count = addresses.length
  return kind === 'styles'
    ? {
        zh: `${count} 个样式表没有加载（${named}），看到的排版不是页面本来的样子。`,
        en: `${count} style sheets were not loaded (${named}): this is not the layout of the page.`,
      }
    : {
        zh: `${count} 个脚本没有加载（${named}），可能有内容没画出来。`,
        en: `${count} scripts were not loaded (${named}): something may not have been drawn.`,
      }
}
