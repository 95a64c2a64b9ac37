/**
 * Keeps a material that was handed in as files from leaving for somewhere else.
 *
 * Its files are all that was submitted. Where its own script or refresh goes to another site, the
 * page stays, and what it wanted is told: a person has to say what users see then. A page that insists
 * on `https` gets its own files by it; frames inside it are none of this.
 */

import type { Wording } from '@fangxing/contract'
import { findFile, MATERIAL_HOST } from '../browser/start-egress.ts'
import type { OpenRun } from './open-run.ts'

const MOST_TOLD = 120
/** A browser that is answered so stays where it is, and goes on reading the page. */
const NO_CONTENT = 204
/** The browser's own page where one could not be had. */
const ERROR_PAGE = 'chrome-error:'

/** Null until the page has tried to leave. */
export type Leaving = () => Wording | null

export async function stayHere(
  { context, page }: OpenRun,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<Leaving> {
  let wanted: string | null = null
  const session = await context.newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  session.on('Fetch.requestPaused', ({ requestId, request, frameId }) => {
    const url = URL.parse(request.url)
    const isOwn = url?.hostname === MATERIAL_HOST
    const answer =
      isOwn && url.protocol === 'https:'
        ? session.send('Fetch.fulfillRequest', { requestId, ...answerWith(findFile(url, files)) })
        : isOwn || frameId !== frameTree.frame.id
          ? session.send('Fetch.continueRequest', { requestId })
          : session.send('Fetch.fulfillRequest', { requestId, responseCode: NO_CONTENT })
    if (!isOwn && frameId === frameTree.frame.id) wanted = request.url
    answer.catch(() => {})
  })
  const patterns = [
    { resourceType: 'Document' as const },
    { urlPattern: `https://${MATERIAL_HOST}/*` },
  ]
  await session.send('Fetch.enable', { patterns })
  return () => (wanted === null ? null : describeLeaving(wanted))
}

/** Whether the browser shows its own error in place of a page that was gone to. */
export function isLost({ page }: OpenRun): boolean {
  return page.url().startsWith(ERROR_PAGE)
}

function answerWith(found: ReturnType<typeof findFile>) {
  if (found === null) return { responseCode: 404 }
  return {
    responseCode: 200,
    responseHeaders: [{ name: 'content-type', value: found.type }],
    body: Buffer.from(found.bytes).toString('base64'),
  }
}

function describeLeaving(address: string): Wording {
  const told = address.slice(0, MOST_TOLD)
  return {
    zh: `页面自己要转到 ${told}，没有跟去，看的是交来的文件。`,
    en: `The page itself goes to ${told}; it was not followed, the files were looked at.`,
  }
}
