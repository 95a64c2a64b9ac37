/** What decisions would teach the lists: proposed by a reviewer, answered by a second person. */

import { AppError } from '@fangxing/contract'
import { z } from 'zod'
import { agreeToProposal, getProposal, proposeChange } from '../cases/propose-change.ts'
import type { Caller, Entrant } from '../http/access.ts'
import type { App } from '../http/app.ts'
import type { Ports } from '../ports.ts'
import { asUser } from './cases.ts'
import { viewProposal, viewProposals } from './proposal-view.ts'
import { hideProposals } from './second-looks.ts'
import { proposal, proposalPage, wantedChange } from './shapes/case.ts'
import { id, pageQuery } from './shapes/parts.ts'

const params = z.object({ id })
const ANSWERERS: readonly Entrant[] = ['reviewer', 'operator']

export function registerProposals(app: App, ports: Ports): void {
  app.post('/v1/cases/:id/proposals', {
    config: { access: ['reviewer'] },
    schema: {
      summary: 'Propose what the case should teach the lexicon',
      params,
      body: wantedChange,
      response: { 201: proposal },
    },
    async handler({ caller, body, params: { id: checkId } }, reply) {
      const proposed = await proposeChange(ports, checkId, asUser(caller), body)
      return reply.code(201).send(await viewProposal(ports, proposed))
    },
  })

  app.get('/v1/proposals', {
    config: { access: ANSWERERS },
    schema: {
      summary: 'Proposals for the lexicon, newest first',
      querystring: pageQuery.extend({ open: z.enum(['true', 'false']).optional() }),
      response: { 200: proposalPage },
    },
    async handler({ caller, query: { open, ...page } }) {
      const filter = { ...page, ...(open === undefined ? {} : { open: open === 'true' }) }
      const { items, nextCursor } = await ports.storage.proposals.list(filter)
      return { items: await viewProposals(ports, items, caller), nextCursor }
    },
  })

  registerAnswers(app, ports)
}

function registerAnswers(app: App, ports: Ports): void {
  app.post('/v1/proposals/:id/agree', {
    config: { access: ANSWERERS },
    schema: {
      summary: 'Agree: the lexicon gets a new edition; not for who proposed it',
      params,
      response: { 200: proposal },
    },
    async handler({ caller, params: { id: proposalId } }) {
      await assertSeen(ports, caller, proposalId)
      const { proposal: agreed } = await agreeToProposal(ports, proposalId, asUser(caller))
      return viewProposal(ports, agreed)
    },
  })

  app.post('/v1/proposals/:id/refuse', {
    config: { access: ANSWERERS },
    schema: { summary: 'Refuse, or take back', params, response: { 200: proposal } },
    async handler({ caller, params: { id: proposalId } }) {
      await assertSeen(ports, caller, proposalId)
      await ports.storage.proposals.refuse(proposalId, asUser(caller).id, ports.clock.now())
      return viewProposal(ports, await getProposal(ports, proposalId))
    },
  })
}

/** Throws as if it did not exist when the caller is not to know of it. */
async function assertSeen(ports: Ports, caller: Caller, proposalId: string): Promise<void> {
  const found = await getProposal(ports, proposalId)
  const [seen] = await hideProposals(ports, [found], caller)
  if (seen === undefined) throw new AppError('PROPOSAL_NOT_FOUND', { proposal: proposalId })
}
