/**
 * The one file of a form: the part with the wanted name, else the first file, whatever it is called.
 * Its bytes say what it is.
 *
 * 41005 when there is none, when it is empty, or when the form breaks off; 40006 above the limit.
 */

import type { FastifyRequest } from 'fastify'
import { WechatRefusal } from './refusal.ts'

/** The form's parser cuts a larger file off and says so. */
const TOO_LARGE = 'FST_REQ_FILE_TOO_LARGE'

const MOST_FILES = 4
const MOST_FIELDS = 10

export async function readOneFile(
  request: FastifyRequest,
  { field, maxBytes }: { readonly field?: string; readonly maxBytes: number },
): Promise<Uint8Array> {
  if (!request.isMultipart()) throw new WechatRefusal(41005)
  const limits = { fileSize: maxBytes, files: MOST_FILES, fields: MOST_FIELDS }
  let content: Buffer | undefined
  let isWanted = false
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type !== 'file') continue
      if (content !== undefined && (isWanted || part.fieldname !== field)) {
        part.file.resume()
        continue
      }
      content = await part.toBuffer()
      isWanted = part.fieldname === field
    }
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === TOO_LARGE
    throw new WechatRefusal(isTooLarge ? 40006 : 41005)
  }
  if (content === undefined || content.byteLength === 0) throw new WechatRefusal(41005)
  return content
}
