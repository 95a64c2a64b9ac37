/**
 * Hands a version in for review: a submission with its own audit id, then the machine's job.
 *
 * One version of an app is under review at a time. Categories must be of the table and registered
 * for the app. The first submission in a category of user content needs `ugcDeclaration`.
 */

import { AppError, type Category, type UgcDeclaration } from '@fangxing/contract'
import { describeCategory } from '@fangxing/policy'
import type { Actor } from '@fangxing/release'
import type { App, MediaUse, Release } from '@fangxing/storage'
import type { Ports } from '../ports.ts'
import { cause, getRelease } from './cause.ts'
import { findCategory } from './known-categories.ts'
import { releasesOf } from './releases-of.ts'

export interface Submitting {
  readonly releaseId: string
  readonly actor: Actor
  /** The app's own when absent. */
  readonly categories?: readonly Category[] | undefined
  readonly ugcDeclaration?: UgcDeclaration | undefined
  readonly note?: string | undefined
  /** Pictures and recordings that come with it. */
  readonly media?: readonly MediaUse[] | undefined
}

export async function submitRelease(ports: Ports, submitting: Submitting): Promise<Release> {
  const { releaseId, actor, ugcDeclaration, note, media = [] } = submitting
  const release = await getRelease(ports, releaseId)
  const app = await getApp(ports, release.appid)
  const categories = submitting.categories ?? app.categories
  assertRegistered(app, categories)
  if (ugcDeclaration === undefined) {
    const asking = await needsDeclaration(ports, app, categories)
    if (asking.length > 0) {
      throw new AppError('UGC_DECLARATION_MISSING', { categories: asking.map(describeCategory) })
    }
  }

  const auditId = await ports.storage.releases.nextAuditId()
  const submitted = {
    kind: 'submitted',
    at: ports.clock.now(),
    actor,
    auditId,
    categories,
    subject: app.subject,
    ...(ugcDeclaration === undefined ? {} : { ugcDeclaration }),
    ...(note === undefined ? {} : { note }),
  } as const
  return cause(ports, release, [submitted], { media: { auditId, uses: media } })
}

async function getApp(ports: Ports, appid: string): Promise<App> {
  const app = await ports.storage.apps.find(appid)
  if (app === null) throw new AppError('APP_NOT_FOUND', { appid })
  return app
}

function assertRegistered(app: App, categories: readonly Category[]): void {
  const unregistered = categories.filter(
    (category) => findCategory(category) === undefined || !isAmong(app.categories, category),
  )
  if (unregistered.length === 0) return
  throw new AppError('CATEGORY_NOT_ALLOWED', { categories: unregistered.map(describeCategory) })
}

function isAmong(categories: readonly Category[], { first, second }: Category): boolean {
  return categories.some((known) => known.first === first && known.second === second)
}

/**
 * Categories for which this submission must come with a declaration.
 *
 * Source: `ugc_declare` of submit_audit, asked for at the first submission in such a category.
 */
export async function needsDeclaration(
  ports: Ports,
  app: App,
  categories: readonly Category[],
): Promise<readonly Category[]> {
  const asking = categories.filter((category) => findCategory(category)?.ugcDeclared === true)
  if (asking.length === 0) return []
  const declared = await declaredCategories(ports, app.appid)
  return asking.filter((category) => !isAmong(declared, category))
}

/** Categories of every earlier submission of the app that came with a declaration. */
async function declaredCategories(ports: Ports, appid: string): Promise<readonly Category[]> {
  const declared: Category[] = []
  for await (const { life } of releasesOf(ports, appid)) {
    for (const { ugcDeclaration, categories } of life.submissions) {
      if (ugcDeclaration !== null) declared.push(...categories)
    }
  }
  return declared
}
