/**
 * Sees all of a material that this machine can see: page, pictures, clips, cards, links.
 *
 * What could not be looked at is absent from the answer, and the clauses that need it go to a
 * person; `notes` says in one sentence each what would have to be there. Never throws on content.
 */

import { type SeenMaterial, toBody } from '@fangxing/assessment'
import type {
  MaterialProfile,
  SeenCard,
  SeenClip,
  SeenLink,
  SeenPicture,
  Wording,
} from '@fangxing/contract'
import { sniffMediaType } from '@fangxing/media'
import {
  type FlowPart,
  findNeighbours,
  MATERIAL_HOST,
  type PageEngine,
  type PageSight,
} from '@fangxing/page'
import type { Looking } from '../media-checks/media-engine.ts'
import type { AddressPolicy } from '../outbound/index.ts'
import type { Corpora } from './corpus.ts'
import { fetchMedia } from './fetch-media.ts'
import { describePage, followLink, type LinkToFollow } from './follow-link.ts'
import { type MaterialForm, toMaterialFacts } from './material-form.ts'
import { toAround, toArticleParts, toPageParts } from './material-parts.ts'
import type { MaterialSource } from './material-source.ts'

export interface MaterialEngines {
  readonly addresses: AddressPolicy
  /** Absent: pages are not looked at. */
  readonly page?: PageEngine | undefined
  /** Absent: pictures and clips are not looked at. */
  readonly media?: Looking | undefined
  /** Absent: whether it is like another document is not known. */
  readonly corpora?: Corpora | undefined
}

export interface ObservedMaterial {
  readonly seen: SeenMaterial
  /** PNG by name, as the runs of the page name them. */
  readonly screenshots: ReadonlyMap<string, Uint8Array>
  /** Bytes of what was looked at, by the name under which it was seen. */
  readonly media: ReadonlyMap<string, Uint8Array>
  readonly notes: readonly Wording[]
  readonly engines: readonly string[]
}

export interface ObserveMaterialOptions {
  readonly profile: MaterialProfile
  /** Epoch ms for which the audit speaks. */
  readonly auditedAt: number
  readonly onProgress?: ((step: Wording, done: number, all: number) => void) | undefined
}

const MOST_LINKS = 40
const MOST_ALIKE = 10

export async function observeMaterial(
  source: MaterialSource,
  { addresses, page, media, corpora }: MaterialEngines,
  { profile, auditedAt, onProgress = () => {} }: ObserveMaterialOptions,
): Promise<ObservedMaterial> {
  const sight = await lookAtPage(source, page, onProgress)
  const form = sight === null ? source.form : withPageTitle(source.form, sight)
  const parts = sight === null ? toArticleParts(form) : toPageParts(sight)
  const cards = sight === null ? cardsOf(form) : sight.cards
  const names = mediaNames(form, sight)
  const bytes = await gather(names, source, sight, addresses)
  const { pictures, clips } = await lookAtMedia(bytes, media, onProgress)
  const links = await followAll(cards, source, addresses, onProgress)
  const around = sight === null ? '' : toAround(sight)
  const facts = toMaterialFacts(source.name, form, parts, auditedAt)
  const material = around === '' ? facts : { ...facts, around }
  return {
    seen: {
      material,
      profile: withOwnHost(profile, source),
      cards,
      links,
      ...(media === undefined
        ? {}
        : {
            pictures: [...pictures, ...names.filter((name) => !bytes.has(name)).map(notHad)],
            clips,
          }),
      ...(sight === null ? {} : { page: sight.runs }),
      ...(corpora === undefined
        ? {}
        : {
            resemblances: await corpora.find(
              toBody(material),
              profile.similarity.alike,
              MOST_ALIKE,
            ),
          }),
    },
    screenshots: sight?.screenshots ?? new Map(),
    media: bytes,
    notes: notesOf(source, { page, media, corpora }),
    engines: [page?.edition, media?.edition].filter((edition) => edition !== undefined),
  }
}

/** The site of a page that is opened where it stands is no third party to it. */
function withOwnHost(profile: MaterialProfile, source: MaterialSource): MaterialProfile {
  const host = source.kind === 'address' ? URL.parse(source.address)?.hostname : undefined
  if (host === undefined) return profile
  const site = host.replace(/^(?:www|m|wap|h5|3g|mobile)\./, '')
  return { ...profile, ownHosts: [...profile.ownHosts, site] }
}

type Progress = NonNullable<ObserveMaterialOptions['onProgress']>

async function lookAtPage(
  source: MaterialSource,
  engine: PageEngine | undefined,
  onProgress: Progress,
): Promise<PageSight | null> {
  if (engine === undefined || source.kind === 'article') return null
  const target =
    source.kind === 'address'
      ? ({ kind: 'address', address: source.address } as const)
      : ({ kind: 'files', files: source.files, entry: source.entry } as const)
  return engine.observe(source.name, target, {
    manifest: source.form.page,
    onProgress: (done, all) => onProgress({ zh: '打开页面', en: 'opening the page' }, done, all),
  })
}

/** A declared title wins: the page may show another one, and a rule asks that. */
function withPageTitle(form: MaterialForm, { runs }: PageSight): MaterialForm {
  const shown = runs[0]?.title?.text
  return form.title !== undefined || shown === undefined ? form : { ...form, title: shown }
}

function cardsOf({ blocks }: MaterialForm): readonly SeenCard[] {
  const around = findNeighbours(blocks.map(toFlow))
  let nth = 0
  return blocks.flatMap((block, at) => {
    if (block.kind !== 'card') return []
    const neighbours = around[nth]
    nth += 1
    if (neighbours === undefined) return []
    const { id, title, category = null, price = null, target = null, picture = null } = block
    const place = { kind: 'submission', field: `blocks.${at}` } as const
    return [{ id, title, category, price, target, picture, ...neighbours, place }]
  })
}

function toFlow(block: MaterialForm['blocks'][number]): FlowPart {
  if ('text' in block) return { kind: 'text', text: block.text }
  return { kind: block.kind === 'card' ? 'card' : 'other', text: '' }
}

/** Every picture and clip that the material shows, each once. */
function mediaNames({ blocks, cover }: MaterialForm, sight: PageSight | null): readonly string[] {
  const shown = sight?.runs[0]?.pictures?.map(({ picture }) => picture) ?? []
  return [
    ...new Set([
      ...(cover === undefined ? [] : [cover]),
      ...blocks.flatMap((block) => ('src' in block ? [block.src] : [])),
      ...shown.filter((address) => address !== ''),
    ]),
  ]
}

/** Bytes of those that can be had. */
async function gather(
  names: readonly string[],
  source: MaterialSource,
  sight: PageSight | null,
  addresses: AddressPolicy,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = source.kind === 'address' ? new Map<string, Uint8Array>() : source.files
  const found = new Map<string, Uint8Array>()
  for (const name of names) {
    const bytes =
      sight?.pictures.get(name) ?? files.get(name) ?? (await fetchMedia(name, addresses))
    if (bytes !== null) found.set(name, bytes)
  }
  return found
}

/** A picture that could not be had is unknown, not absent. */
function notHad(name: string): SeenPicture {
  const because = { zh: '取不到这张图片。', en: 'This picture could not be had.' }
  return { name, sha256: '', missing: [{ fact: 'format', because }] }
}

async function lookAtMedia(
  media: ReadonlyMap<string, Uint8Array>,
  pool: Looking | undefined,
  onProgress: Progress,
): Promise<{ readonly pictures: readonly SeenPicture[]; readonly clips: readonly SeenClip[] }> {
  if (pool === undefined) return { pictures: [], clips: [] }
  let done = 0
  const count = () => {
    done += 1
    onProgress({ zh: '看图片和视频', en: 'looking at pictures and clips' }, done, media.size)
  }
  const pictures: SeenPicture[] = []
  const clips: SeenClip[] = []
  await Promise.all(
    [...media].map(async ([name, bytes]) => {
      const kind = sniffMediaType(bytes)?.kind ?? 'image'
      if (kind === 'image') pictures.push(await pool.picture({ name, bytes }))
      else clips.push(await pool.clip({ name, source: bytes }))
      count()
    }),
  )
  const order = [...media.keys()]
  const inOrder = <Seen extends { readonly name: string }>(seen: Seen[]) =>
    seen.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
  return { pictures: inOrder(pictures), clips: inOrder(clips) }
}

async function followAll(
  cards: readonly SeenCard[],
  source: MaterialSource,
  addresses: AddressPolicy,
  onProgress: Progress,
): Promise<readonly SeenLink[]> {
  const wanted = cards.flatMap(({ id, target, place }) =>
    target === null || !/^https?:/i.test(target) ? [] : [{ address: target, card: id, place }],
  )
  const links: SeenLink[] = []
  for (const link of wanted.slice(0, MOST_LINKS)) {
    links.push(linkWithin(source, link) ?? (await followLink(link, addresses)))
    onProgress({ zh: '打开商品卡', en: 'following cards' }, links.length, wanted.length)
  }
  return links
}

/** A page beside the material, among the files that came with it. */
function linkWithin(source: MaterialSource, link: LinkToFollow): SeenLink | null {
  const { hostname, pathname } = new URL(link.address)
  if (hostname !== MATERIAL_HOST || source.kind === 'address') return null
  const bytes = source.files.get(decodeURIComponent(pathname).slice(1))
  return bytes === undefined
    ? { ...link, ...describePage(404, '') }
    : { ...link, ...describePage(200, new TextDecoder().decode(bytes)) }
}

function notesOf(
  source: MaterialSource,
  { page, media, corpora }: Partial<MaterialEngines>,
): readonly Wording[] {
  return [
    ...(page === undefined && source.kind !== 'article' ? [NO_BROWSER] : []),
    ...(source.kind === 'article' ? [NO_PAGE] : []),
    ...(media === undefined ? [NO_MEDIA] : []),
    ...(corpora === undefined ? [NO_CORPUS] : []),
  ]
}

const NO_BROWSER: Wording = {
  zh: '没有浏览器，页面没有打开：与页面有关的条款都交给人。',
  en: 'There is no browser, so the page was not opened: its clauses go to a person.',
}
const NO_PAGE: Wording = {
  zh: '这是一篇文章，没有页面：与页面有关的条款都交给人。给出 URL 或 HTML 可以一并审核。',
  en: 'This is an article without a page: the clauses of pages go to a person. Give an address or HTML to audit those too.',
}
const NO_MEDIA: Wording = {
  zh: '没有看图片和视频。',
  en: 'Pictures and video were not looked at.',
}
const NO_CORPUS: Wording = {
  zh: '没有别的文章可比：与重复、旧闻、谣言库有关的条款都交给人。',
  en: 'There are no other articles to compare with: clauses about duplicates, old news and known rumours go to a person.',
}
