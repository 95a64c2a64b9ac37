/**
 * Keeps a material that was handed in as files from leaving for somewhere else.
 *
 * Its files are all that was submitted. Where its own script or refresh goes to another site, the
 * page stays, and what it wanted is told: a person has to say what users see then. Its own files and
 * frames inside it are none of this.
 */

import type { Wording } from '@fangxing/contract'
import { MATERIAL_HOST } from '../browser/start-egress.ts'
import type { OpenRun } from './open-run.ts'

const MOST_TOLD = 120
/** The browser's own page where one could not be had. */
const ERROR_PAGE = 'chrome-error:'

/** Null until the page has tried to leave. */
export type Leaving = () => Wording | null

export async function stayHere({ context, page }: OpenRun): Promise<Leaving> {
  let wanted: string | null = null
  const session = await context.newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  session.on('Fetch.requestPaused', ({ requestId, request, frameId }) => {
    const leaves = frameId === frameTree.frame.id && !isServed(request.url)
    // Its own file by another scheme is what is shown already.
    if (leaves && URL.parse(request.url)?.hostname !== MATERIAL_HOST) wanted = request.url
    const answered = leaves
      ? session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
      : session.send('Fetch.continueRequest', { requestId })
    answered.catch(() => {})
  })
  await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] })
  return () => (wanted === null ? null : describeLeaving(wanted))
}

/** Whether the browser shows its own error in place of a page that was gone to. */
export function isLost({ page }: OpenRun): boolean {
  return page.url().startsWith(ERROR_PAGE)
}

function isServed(address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'http:' && url.hostname === MATERIAL_HOST
}

function describeLeaving(address: string): Wording {
  const told = address.slice(0, MOST_TOLD)
  return {
    zh: `页面自己要转到 ${told}，没有跟去，看的是交来的文件。`,
    en: `The page itself goes to ${told}; it was not followed, the files were looked at.`,
  }
}
