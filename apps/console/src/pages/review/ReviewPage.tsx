/**
 * One thing in front of a reviewer, with everything that belongs to it; after the decision the next
 * one, which was loaded meanwhile.
 */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { queueApi } from '../../api/queue.ts'
import type { WholeItem } from '../../api/queue-types.ts'
import { useCommands } from '../../hooks/use-command.ts'
import { useFence } from '../../hooks/use-fence.ts'
import { type Outbox, useOutbox } from '../../hooks/use-outbox.ts'
import { itemKey, useReviewFlow } from '../../hooks/use-review-flow.ts'
import { useTexts } from '../../hooks/use-texts.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { ProblemNotice } from '../../parts/ProblemNotice.tsx'
import { useUser } from '../../shell/session.ts'
import { showInvisible } from '../../view/review/invisible.ts'
import { parseView, toSearch, toWish } from '../../view/review/wish.ts'
import { AsideDialog, type AsideKind } from './AsideDialog.tsx'
import { CheckReview } from './CheckReview.tsx'
import { ItemHead } from './ItemHead.tsx'
import { MaterialReview } from './MaterialReview.tsx'
import { ReleaseReview } from './ReleaseReview.tsx'
import { UndoBar } from './UndoBar.tsx'

export function ReviewPage() {
  const { id = '' } = useParams()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const wish = toWish(parseView(search))
  const flow = useReviewFlow(id, wish)
  const outbox = useReviewOutbox()
  const found = useQuery({
    queryKey: itemKey(id),
    queryFn: () => queueApi.getItem(id),
    staleTime: 60_000,
  })
  const back = `/queue?${toSearch({ ...wish, state: 'waiting' })}`
  const undo = () => {
    const undone = outbox.undo()
    if (undone) void flow.goBackTo(undone.id)
  }
  useCommands({ undo, back: () => void navigate(back) })
  return (
    <>
      <UndoBar outbox={outbox} onUndo={undo} />
      {flow.lease.error && (
        <ProblemNotice error={flow.lease.error} onRetry={() => void flow.goOn()} />
      )}
      <Loaded query={found}>
        {(whole) => (
          <Front key={whole.item.id} whole={whole} flow={flow} outbox={outbox} back={back} />
        )}
      </Loaded>
    </>
  )
}

/** What was refused after all comes back as a message with the way to it. */
function useReviewOutbox(): Outbox {
  const { t } = useTexts()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useOutbox(
    (id) => {
      for (const queryKey of [['cases'], ['case', id]]) {
        void queries.invalidateQueries({ queryKey })
      }
    },
    ({ title, id }) => {
      void message.error({
        content: (
          <span>
            {t('queue.notSent', { title })}{' '}
            <Button type="link" onClick={() => void navigate(`/queue/${id}`)}>
              {t('queue.look')}
            </Button>
          </span>
        ),
        duration: 10,
      })
    },
  )
}

interface FrontProperties {
  readonly whole: WholeItem
  readonly flow: ReturnType<typeof useReviewFlow>
  readonly outbox: Outbox
  readonly back: string
}

function Front({ whole, flow, outbox, back }: FrontProperties) {
  const { t } = useTexts()
  const { id: userId } = useUser()
  const { item } = whole
  const [aside, setAside] = useState<AsideKind | null>(null)
  const kept = useFence(item.id)
  const fence = flow.lease.data ? kept : null
  const isHeld =
    fence !== null && (item.claim === null || item.claim.userId === userId || !flow.lease.error)
  // Keys that are still pressed while the next one opens mean this one no more.
  const isLeft = useRef(false)
  const leaveOnce = (leave: () => void) => {
    if (isLeft.current) return
    isLeft.current = true
    leave()
  }
  const put = async (kind: 'skip' | AsideKind, note: string) => {
    await queueApi.putAside(item.id, { kind, note })
    flow.letGo(item.id)
    await flow.goOn()
  }
  const goOn = async () => {
    await flow.giveBack(item.id)
    await flow.goOn()
  }
  useCommands({
    next: () => leaveOnce(() => void goOn()),
    skip: () => leaveOnce(() => void put('skip', '')),
    hold: () => setAside('hold'),
    escalate: () => setAside('escalate'),
  })
  const title = `${t(`queue.kind_${item.kind}`)} · ${showInvisible(item.appName)}`
  const onDone = () =>
    leaveOnce(() => {
      flow.letGo(item.id)
      void flow.goOn()
    })
  return (
    <>
      <ItemHead
        item={item}
        back={back}
        isHeld={isHeld}
        onNext={() => leaveOnce(() => void goOn())}
        onSkip={() => leaveOnce(() => void put('skip', ''))}
        onAside={setAside}
      />
      {item.kind === 'release' || item.kind === 'appeal' ? (
        <ReleaseReview releaseId={item.id} onDone={onDone} />
      ) : item.kind === 'material' ? (
        <MaterialReview materialId={whole.materialId ?? ''} fence={fence} onDone={onDone} />
      ) : (
        <CheckReview
          whole={whole}
          fence={fence}
          onDecide={(decision) => {
            if (isLeft.current) return
            outbox.add({ id: item.id, title, decision })
            onDone()
          }}
        />
      )}
      {aside && (
        <AsideDialog
          kind={aside}
          onClose={() => setAside(null)}
          onPut={(note) => put(aside, note)}
        />
      )}
    </>
  )
}
