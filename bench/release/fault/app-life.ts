/** What the people of one app do on one day, by chance: hand in, decide, answer, launch, or nothing. */

import type { Draw } from './draw.ts'
import type { Asker, Json, Promises } from './people.ts'

export interface Stage {
  readonly developer: Asker
  readonly reviewer: Asker
  readonly authority: Asker
  readonly promises: Promises
  readonly draw: Draw
  readonly archive: Uint8Array<ArrayBuffer>
}

export interface AppLife {
  readonly appid: string
  releaseId: string | null
  versions: number
}

const DECLARATION = { scenes: [4], methods: [1], hasAuditTeam: true, description: '' }
const AT_REST = new Set(['launched', 'superseded', 'takenDown'])

export async function liveADay(stage: Stage, life: AppLife): Promise<void> {
  const release: Json | null =
    life.releaseId === null ? null : await stage.developer.get(`/v1/releases/${life.releaseId}`)
  if (life.releaseId !== null && release === null) return
  const luck = stage.draw()
  if (release === null || AT_REST.has(release.state)) {
    if (luck < 0.3) await upload(stage, life)
    return
  }
  await act(stage, release, luck)
}

async function upload({ developer, archive }: Stage, life: AppLife): Promise<void> {
  life.versions += 1
  const form = new FormData()
  form.set('version', `1.0.${life.versions}`)
  form.set('description', 'a version of the simulated year')
  form.set('package', new Blob([archive]), 'package.zip')
  const draft = await developer.post(`/v1/apps/${life.appid}/releases`, form)
  if (draft !== null) life.releaseId = draft.id
}

async function act(stage: Stage, { id, state }: Json, luck: number): Promise<void> {
  const { developer, authority } = stage
  const path = `/v1/releases/${id}`
  const take = async (by: Asker, step: string, kind: string, body: object = {}) => {
    if ((await by.post(`${path}/${step}`, body)) !== null) stage.promises.keep(id, kind)
  }
  switch (state) {
    case 'draft':
    case 'withdrawn':
    case 'rejected':
    case 'filingRejected':
      return take(developer, 'submit', 'submitted', { ugcDeclaration: DECLARATION })
    case 'humanReview':
      return decide(stage, id, luck)
    case 'filing':
      if (luck < 0.04) return take(authority, 'filing/pass', 'filingPassed')
      if (luck < 0.06) return take(authority, 'filing/reject', 'filingRejected', NO)
      if (luck < 0.09) return take(developer, 'withdraw', 'withdrawn')
      if (luck < 0.12) return take(authority, 'filing/request-material', 'materialRequested', ASK)
      return
    case 'materialRequested':
      if (luck < 0.5) return take(developer, 'filing/supply-material', 'materialSupplied', ASK)
      return
    case 'approved':
    case 'preLaunch':
      if (luck < 0.7) return take(developer, 'launch', 'launched')
  }
}

const NO = { clauses: [], note: '主体资质不符' }
const ASK = { note: '许可证' }

async function decide({ reviewer, promises }: Stage, id: string, luck: number): Promise<void> {
  const claim = await reviewer.post(`/v1/releases/${id}/claim`)
  if (claim === null) return
  const { fence } = claim
  const rejects = luck < 0.1
  const answer = rejects
    ? await reviewer.post(`/v1/releases/${id}/reject`, { fence, ...NO })
    : await reviewer.post(`/v1/releases/${id}/approve`, { fence })
  if (answer !== null) promises.keep(id, rejects ? 'reviewerRejected' : 'reviewerApproved')
}
