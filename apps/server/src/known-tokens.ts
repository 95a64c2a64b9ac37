/**
 * The storage, with access tokens remembered for a moment: every request brings one.
 *
 * A token that this process ends, by issuing another or by a fresh secret, is refused from then on;
 * one that another process ends, a second later at most. Unknown tokens are asked for each time, so
 * a fresh one works at once and strangers fill no memory.
 */

import type { Storage } from '@fangxing/storage'
import type { Clock } from './clock.ts'
import { remember } from './remembered.ts'

export function rememberTokens(storage: Storage, clock: Clock): Storage {
  const { tokens, apps } = storage
  const remembered = remember((token: string) => tokens.find(token, clock.now()), {
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
      async find(token, now) {
        const state = await remembered.get(token)
        if (state.kind !== 'valid' || state.expiresAt > now) return state
        return { kind: 'expired', appid: state.appid }
      },
    },
  }
}
