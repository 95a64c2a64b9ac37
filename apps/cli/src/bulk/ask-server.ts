/** Verdicts of a server, as an app: the server keeps each check and answers under its trace id. */

import { setTimeout as pause } from 'node:timers/promises'
import { AppError, ERRORS, type Label, type TermHit, type Verdict } from '@fangxing/contract'
import { checkAnswer } from '@fangxing/server/shapes/check'
import { openApi } from '../remote/api.ts'
import { readAppCredentials, signInAsApp } from '../remote/sign-in.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { Judge, PostVerdict, Unjudged } from './judge.ts'
import type { Post } from './parse-post.ts'

/** Enough to keep a server busy that writes records together; a stranger's proxy bears it too. */
const CONCURRENCY = 32

const VERDICTS: Readonly<Record<'pass' | 'review' | 'risky', Verdict>> = {
  pass: 'pass',
  review: 'review',
  risky: 'reject',
}

/** About the post, not about who asks: the next one may be answered. */
const ABOUT_THE_POST = new Set(['TEXT_TOO_LONG', 'REQUEST_TOO_LARGE', 'REQUEST_MALFORMED'])

export function judgeByServer(server: string, scene: number, terminal: Terminal): Judge {
  const signIn = signInAsApp(readAppCredentials(terminal.env), terminal.language)
  const api = openApi(server, terminal.language, signIn)
  async function judge(post: Post): Promise<PostVerdict> {
    const { content = '', ...others } = Object.fromEntries(
      post.texts.map(({ field, text }) => [field, text]),
    )
    const draft = { text: content, scene: post.scene ?? scene, ...others }
    const { id, suggest, label, edition, hits } = await api.post('/v1/checks', draft, checkAnswer)
    return {
      verdict: VERDICTS[suggest],
      label: label as Label,
      edition,
      hits: hits as readonly TermHit[],
      traceId: id,
    }
  }

  return {
    name: `server, scene ${scene}`,
    edition: null,
    concurrency: CONCURRENCY,
    judge: (post) => inItsMinute(() => judge(post)).catch(toUnjudged),
  }
}

/** Waits where the minute's quota of the app is used up; a used-up day ends the run, which goes on tomorrow. */
async function inItsMinute<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      const seconds = secondsToWait(error)
      if (seconds === null) throw error
      await pause(seconds * 1000)
    }
  }
}

function secondsToWait(error: unknown): number | null {
  if (!(error instanceof AppError) || error.code !== 'RATE_LIMITED') return null
  const { window, retryAfterSeconds } = error.details
  return window === 'minute' ? Number(retryAfterSeconds) : null
}

function toUnjudged(error: unknown): Unjudged {
  if (error instanceof AppError && ABOUT_THE_POST.has(error.code)) {
    return { because: ERRORS[error.code] }
  }
  throw error
}
