/**
 * `POST /wxa/commit`: makes a version of this app from a template; `GET /wxa/gettemplatelist`: the
 * templates there are.
 *
 * A template is a package that was uploaded before and listed by an operator or a developer
 * (`POST /v1/templates`); its number is `template_id`. What comes of it is an upload like any other.
 *
 * Source: https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/code-management/api_commit.html
 */

import type { PackageFiles } from '@fangxing/contract'
import { type PackageLimits, packageLimits, packFiles, readArchive } from '../archive/index.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { uploadRelease } from '../use-cases/upload-release.ts'
import { appOf, getAppOf, toDeveloper } from './access-token.ts'
import { toSeconds } from './audit-status.ts'
import { codeOf, type Fields, readBody, requirePost, sendOk } from './dialect.ts'
import { mergeExtJson, type SeenTemplate } from './ext-json.ts'
import { readNumber, readText } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

/** As the page says of `user_version`; the other is our own limit, as for an upload. */
const MAX_VERSION = 64
const MAX_DESCRIPTION = 2000

export function registerCommit(app: App, ports: Ports): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/commit',
    async handler(request, reply) {
      const program = await getAppOf(ports, request)
      requirePost(request)
      const { templateId, extJson, version, description } = readCommit(readBody(request))
      const { files, seen } = await readTemplate(ports, templateId)
      const merged = mergeExtJson(files, seen, extJson)
      await uploadRelease(ports, {
        appid: program.appid,
        version,
        description,
        archive: await packWithin(merged),
        actor: toDeveloper(program),
      })
      return sendOk(reply)
    },
  })

  app.route({
    method: ['GET', 'POST'],
    url: '/wxa/gettemplatelist',
    async handler(request, reply) {
      await appOf(ports, request)
      const templates = await ports.storage.templates.list()
      return sendOk(reply, {
        template_list: templates.map(({ id, version, description, createdBy, createdAt }) => ({
          template_id: id,
          user_version: version,
          user_desc: description,
          developer: createdBy,
          create_time: toSeconds(createdAt),
          template_type: 0,
        })),
      })
    },
  })
}

function readCommit(body: Fields) {
  const templateId = readNumber(body.template_id)
  if (templateId === undefined) throw new WechatRefusal(85014)
  const version = readText(body.user_version)
  const description = readText(body.user_desc) ?? ''
  if (version === undefined) throw new WechatRefusal(47001)
  if ([...version].length > MAX_VERSION || description.length > MAX_DESCRIPTION) {
    throw new WechatRefusal(40097)
  }
  return { templateId, version, description, extJson: readText(body.ext_json) ?? '{}' }
}

async function readTemplate(
  ports: Ports,
  templateId: number,
): Promise<{ files: PackageFiles; seen: SeenTemplate }> {
  const template = await ports.storage.templates.find(templateId)
  if (template === null) throw new WechatRefusal(85014)
  const archive = await ports.storage.releases.archive(template.releaseId)
  if (archive === null) throw new WechatRefusal(85043)
  try {
    const files = await readArchive(archive)
    return { files, seen: await ports.assessor.observe(files, ['manifest', 'pages']) }
  } catch {
    throw new WechatRefusal(85043)
  }
}

/** 85044 when it is larger than an upload may be. */
export async function packWithin(
  files: PackageFiles,
  limits: PackageLimits = packageLimits,
): Promise<Uint8Array> {
  try {
    return await packFiles(files, limits)
  } catch (error) {
    if (codeOf(error) === 'PACKAGE_TOO_LARGE') throw new WechatRefusal(85044)
    throw error
  }
}
