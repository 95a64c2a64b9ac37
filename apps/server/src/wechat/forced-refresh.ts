/**
 * How often an app may force another stable token: 20 times a day, 30 seconds apart.
 *
 * The last times are kept with the settings, so every process counts the same, and of calls in the same
 * moment one passes.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html
 */

import { DAY_MS, SHANGHAI_OFFSET_MINUTES } from '@fangxing/release'
import type { Ports } from '../ports.ts'
import { WechatRefusal } from './refusal.ts'

const PER_DAY = 20
const APART_MS = 30_000

/** 45009 or 45011. */
export async function assertMayForce(ports: Ports, appid: string, now: number): Promise<void> {
  const name = `forcedRefreshes/${appid}`
  const { settings } = ports.storage
  const stored = await settings.get(name)
  const times = (stored ?? []) as readonly number[]
  const today = times.filter((at) => dayOf(at) === dayOf(now))
  const last = times.at(-1)
  if (today.length >= PER_DAY) throw new WechatRefusal(45009)
  if (last !== undefined && now - last < APART_MS) throw new WechatRefusal(45011)
  // Whoever comes second in the same moment comes too soon.
  if (!(await settings.replace(name, stored, [...today, now]))) throw new WechatRefusal(45011)
}

function dayOf(at: number): number {
  return Math.floor((at + SHANGHAI_OFFSET_MINUTES * 60_000) / DAY_MS)
}
