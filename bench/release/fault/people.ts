/** Who asks over HTTP in the fault run, of any API that lives, and what was answered with yes. */

import type { Role, Storage } from '@fangxing/storage'
import type { Draw } from './draw.ts'

/** Whatever came over the wire. */
export type Json = ReturnType<typeof JSON.parse>

const LASTS_MS = 24 * 3_600_000

export interface Asker {
  get(path: string): Promise<Json | null>
  /** The body of a yes; null when it was refused, or when the process died before it answered. */
  post(path: string, body?: object | FormData): Promise<Json | null>
}

export async function signIn(
  storage: Storage,
  role: Role,
  urls: () => readonly string[],
  draw: Draw,
): Promise<Asker> {
  const now = Date.now()
  const draft = { name: `${role} ${draw()}`, roles: [role], password: 'a long enough password' }
  const user = await storage.users.create(draft, now)
  const cookie = `fangxing_session=${await storage.sessions.start(user.id, now, LASTS_MS)}`

  const ask = async (path: string, init: RequestInit): Promise<Json | null> => {
    const all = urls()
    const origin = all[Math.floor(draw() * all.length)] ?? ''
    try {
      const headers = { cookie, origin, ...init.headers }
      const response = await fetch(origin + path, { ...init, headers })
      const body = (await response.json()) as Json
      return response.ok ? body : null
    } catch {
      return null
    }
  }
  return {
    get: (path) => ask(path, {}),
    post: (path, body = {}) =>
      body instanceof FormData
        ? ask(path, { method: 'POST', body })
        : ask(path, {
            method: 'POST',
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json' },
          }),
  }
}

/** Every yes names an event that must be in the record afterwards, whoever was killed meanwhile. */
export class Promises {
  readonly counts = new Map<string, number>()

  keep(releaseId: string, kind: string): void {
    const key = `${releaseId} ${kind}`
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0)
  }
}
