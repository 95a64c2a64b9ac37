/**
 * The engines of an audit, opened once for any number of materials.
 *
 * The browser is started by the first material that has a page; an audit of articles needs none.
 */

import { assessMaterial } from '@fangxing/assessment'
import { AppError, type MaterialProfile, type Wording } from '@fangxing/contract'
import { startMediaPool } from '@fangxing/media'
import { type PageEngine, startPageEngine } from '@fangxing/page'
import { materialProfiles } from '@fangxing/policy'
import {
  allowAddresses,
  type MaterialSource,
  type OpinionEngine,
  observeMaterial,
  openOpinions,
  readOpinionEnvironment,
} from '@fangxing/server'
import { loadShippedModel } from '@fangxing/text'
import { openLexicon } from '../check/open-lexicon.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { readCorpora } from './read-corpora.ts'
import type { AuditReport } from './report.ts'

export interface EngineOptions {
  readonly profile: string
  readonly lexicon?: string
  /** Networks beside the public internet that pages and cards may lead to. */
  readonly allow?: readonly string[]
  readonly media: boolean
  /** `name=file.jsonl`: documents that it may be like. */
  readonly corpus?: readonly string[]
}

export interface AuditEngines {
  /** Never throws on content; BROWSER_MISSING when a page needs a browser and none starts. */
  audit(source: MaterialSource, onProgress?: OnProgress): Promise<AuditReport>
  close(): Promise<void>
}

export type OnProgress = (step: Wording, done: number, all: number) => void

export async function openEngines(
  options: EngineOptions,
  terminal: Terminal,
): Promise<AuditEngines> {
  const profile = profileOf(options.profile)
  const lexicon = await openLexicon(options.lexicon, terminal)
  const { classifier } = await loadShippedModel()
  const addresses = allowAddresses(options.allow ?? [])
  const corpora = await readCorpora(options.corpus ?? [])
  const media = options.media ? await startMediaPool({ workers: 1 }) : undefined
  const model = readOpinionEnvironment(terminal.env)
  const opinions = model === null ? undefined : openOpinions(model)
  let browser: Promise<PageEngine> | undefined
  const pageFor = (source: MaterialSource) => {
    if (source.kind === 'article') return undefined
    browser ??= openBrowser(addresses)
    return browser
  }
  return {
    async audit(source, onProgress) {
      const page = await pageFor(source)
      const observed = await observeMaterial(
        source,
        { addresses, page, media, corpora },
        { profile, auditedAt: Date.now(), onProgress },
      )
      const given = await opinions?.ask(observed.seen)
      const assessment = assessMaterial(
        { ...observed.seen, opinions: given?.opinions },
        { lexicon, classifier, engines: [...observed.engines, ...editionOf(opinions)] },
      )
      const notes = [...observed.notes, ...(given?.notes ?? [])]
      return { name: source.name, observed: { ...observed, notes }, assessment }
    },
    async close() {
      await media?.close()
      await browser?.then(
        (page) => page.close(),
        () => {},
      )
    },
  }
}

function editionOf(opinions: OpinionEngine | undefined): readonly string[] {
  return opinions === undefined ? [] : [opinions.edition]
}

async function openBrowser(egress: { allows(address: string): boolean }): Promise<PageEngine> {
  return startPageEngine({ egress }).catch((cause: unknown) => {
    throw new AppError('BROWSER_MISSING', { because: String(cause) }, { cause })
  })
}

function profileOf(id: string): MaterialProfile {
  const profile = materialProfiles.find((one) => one.id === id)
  if (profile === undefined) throw new RangeError(`no such profile: ${id}`)
  return profile
}
