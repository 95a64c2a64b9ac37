/** A short word in a tone, and the tags that every page uses. */

import type { ReactNode } from 'react'
import type { ReleaseState, Turn } from '../api/types.ts'
import { useTexts } from '../hooks/use-texts.ts'
import { TONE_OF_STATE, TONE_OF_TURN, type Tone } from '../view/tones.ts'

export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`tag tone-${tone}`}>{children}</span>
}

export function StateTag({ state }: { readonly state: ReleaseState }) {
  const { t } = useTexts()
  return <Tag tone={TONE_OF_STATE[state] ?? 'grey'}>{t(`releaseState.${state}`)}</Tag>
}

export function TurnTag({ turn }: { readonly turn: Turn }) {
  const { t } = useTexts()
  return <Tag tone={TONE_OF_TURN[turn] ?? 'grey'}>{t(`turn.${turn}`)}</Tag>
}
