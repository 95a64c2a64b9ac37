/**
 * `ugc_declare` of a submission: where users publish, and what stands before other people see it.
 *
 * Scenes: 0 none, 1 profile, 2 picture, 3 video, 4 text, 5 other. Methods: 1 the platform's check,
 * 2 another product, 3 people, 4 none.
 */

import type { UgcDeclaration } from '@fangxing/contract'
import { readFlag, readNumbers, readObject, readText } from './lenient.ts'
import { WechatRefusal } from './refusal.ts'

const MAX_DESCRIPTION = 256
const LAST_SCENE = 5
const LAST_METHOD = 4

/** Undefined when nothing was declared: absent, empty, or without a single scene. */
export function readUgcDeclaration(value: unknown): UgcDeclaration | undefined {
  const declared = readObject(value)
  const scenes = readNumbers(declared?.scene)
  if (declared === undefined || scenes.length === 0) return undefined

  const methods = readNumbers(declared.method)
  const other = readText(declared.other_scene_desc) ?? ''
  const audit = readText(declared.audit_desc) ?? ''
  const isOdd =
    scenes.some((scene) => !isWithin(scene, 0, LAST_SCENE)) ||
    methods.some((method) => !isWithin(method, 1, LAST_METHOD)) ||
    other.length > MAX_DESCRIPTION ||
    audit.length > MAX_DESCRIPTION
  if (isOdd) throw new WechatRefusal(47001)

  return {
    scenes,
    methods,
    hasAuditTeam: readFlag(declared.has_audit_team) ?? false,
    description: [other, audit].filter((text) => text !== '').join('\n'),
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
