/**
 * The storage, with access tokens remembered for a moment: every request brings one.
 *
 * A token that this process ends, by issuing another or by a fresh secret, is refused from then on;
 * one that another process ends, a second later at most. Unknown tokens are asked for each time, so
 * a fresh one works at once and strangers fill no memory.
 */

import type { Storage, TokenState } from '@fangxing/storage'
import type { Clock } from './clock.ts'
import { remember } from './remembered.ts'

export function rememberTokens(storage: Storage, clock: Clock): Storage {
  const { tokens, apps } = storage
  const remembered = remember(async (token: string) => tokens.find(token, clock.now()), {
    isWorthKeeping: ({ kind }) => kind === 'valid',
  })
  const forgetting = async <Result>(change: Promise<Result>): Promise<Result> => {
    try {
      return await change
    } finally {
      remembered.forget()
    }
  }
  return {
    ...storage,
    apps: { ...apps, renewSecret: (appid) => forgetting(apps.renewSecret(appid)) },
    tokens: {
      issue: (request) => forgetting(tokens.issue(request)),
      find(token, now) {
        const state = remembered.get(token)
        return state instanceof Promise
          ? state.then((looked) => asOf(looked, now))
          : asOf(state, now)
      },
    },
  }
}

function asOf(state: TokenState, now: number): TokenState {
  if (state.kind !== 'valid' || state.expiresAt > now) return state
  return { kind: 'expired', appid: state.appid }
}
