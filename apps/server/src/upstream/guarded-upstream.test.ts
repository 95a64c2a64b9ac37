import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Quotas, UpstreamSettings } from '@fangxing/storage'
import { type GuardedUpstream, guardUpstream } from './guarded-upstream.ts'
import { type Upstream, type UpstreamAnswer, UpstreamTrouble } from './upstream.ts'

const MINUTE = 60_000
const DAY = 86_400_000
/** Noon in Beijing. */
const NOON = Date.UTC(2026, 10, 22, 4)

const SETTINGS: UpstreamSettings = {
  ...{ kind: 'wechat', baseUrl: 'http://upstream', appid: 'wx1', secret: 's' },
  ...{ merge: 'strictest', whenDown: 'fail-open' },
  ...{ timeoutMs: 1000, cacheSeconds: 60, shadowPercent: 100, perMinute: 100, perDay: 1000 },
}
const PASS: UpstreamAnswer = { suggest: 'pass', label: 100, traceId: 't' }

/** Grants as the storage does, for one process. */
function countQuotas(): Quotas {
  const used = new Map<string, number>()
  return {
    async take({ appid, call, amount }, windows) {
      const keys = windows.map(({ span, start }) => JSON.stringify([appid, call, span, start]))
      const left = windows.map(({ limit }, nth) => limit - (used.get(keys[nth] ?? '') ?? 0))
      if (left.some((rest) => rest < amount)) return { granted: 0, left }
      for (const key of keys) used.set(key, (used.get(key) ?? 0) + amount)
      return { granted: amount, left: left.map((rest) => rest - amount) }
    },
    used: async () => new Map(),
    forget: async () => 0,
  }
}

interface Rig {
  readonly guarded: GuardedUpstream
  /** How often the other side was really asked. */
  readonly calls: () => number
  readonly clock: { now: number }
  answer(next: () => Promise<UpstreamAnswer>): void
  /** What became of asking about this text. */
  ask(text?: string): Promise<string>
}

function rig(
  more: Partial<UpstreamSettings> = {},
  { tryAgainAfterMs = 3_600_000, quotas = countQuotas() } = {},
): Rig {
  let calls = 0
  let answer = async () => PASS
  const clock = { now: NOON }
  const check = () => {
    calls += 1
    return answer()
  }
  const upstream: Upstream = {
    ...{ name: 'other', checkText: check, checkPicture: check },
    requestSound: async () => (await check()).traceId ?? 'their-id',
  }
  const guarded = guardUpstream(
    upstream,
    'wx1',
    { ...SETTINGS, ...more },
    { quotas, now: () => clock.now, tryAgainAfterMs },
  )
  return {
    guarded,
    calls: () => calls,
    clock,
    answer(next) {
      answer = next
    },
    async ask(text = 'a') {
      const texts = [{ field: 'content', text }]
      const asked = await guarded.text({ texts, scene: 2, openid: null })
      if (asked.kind === 'absent') return asked.because
      return asked.cached ? 'cached' : asked.answer.suggest
    },
  }
}

const failWith =
  (...[code, reason, options]: ConstructorParameters<typeof UpstreamTrouble>) =>
  async () => {
    throw new UpstreamTrouble(code, reason, options)
  }

test('the same content is asked about once while its answer is remembered', async () => {
  const { ask, calls, clock } = rig()
  assert.deepEqual([await ask(), await ask(), await ask('b')], ['pass', 'cached', 'pass'])
  clock.now += 60_001
  assert.equal(await ask(), 'pass')
  assert.equal(calls(), 3)
})

test('nothing is remembered when the setting says so', async () => {
  const { ask } = rig({ cacheSeconds: 0 })
  assert.deepEqual([await ask(), await ask()], ['pass', 'pass'])
})

test('what failed is not remembered', async () => {
  const { ask, answer } = rig()
  answer(failWith('TOO_SLOW'))
  assert.equal(await ask(), 'TOO_SLOW')
  answer(async () => PASS)
  assert.equal(await ask(), 'pass')
})

test('five failures in a row open the circuit, and nobody is asked any more', async () => {
  const { ask, answer, calls, guarded } = rig()
  answer(failWith('UNREACHABLE'))
  for (let nth = 0; nth < 5; nth += 1) assert.equal(await ask(), 'UNREACHABLE')
  assert.equal(guarded.isOpen(), true)
  assert.equal(await ask(), 'CIRCUIT_OPEN')
  assert.equal(calls(), 5)
})

test('a call that succeeds after a while closes the circuit again', async () => {
  const { ask, answer, guarded } = rig({ cacheSeconds: 0 }, { tryAgainAfterMs: 0 })
  answer(failWith('TOO_SLOW'))
  for (let nth = 0; nth < 5; nth += 1) await ask()
  answer(async () => PASS)
  assert.equal(await ask(), 'pass')
  assert.equal(guarded.isOpen(), false)
})

test('content that is refused there says nothing about the line', async () => {
  const { ask, answer, calls } = rig()
  answer(failWith('REFUSED', '40003'))
  for (let nth = 0; nth < 8; nth += 1) assert.equal(await ask(), 'REFUSED')
  assert.equal(calls(), 8)
})

test('the quota of a minute ends with it', async () => {
  const { ask, calls, clock } = rig({ cacheSeconds: 0, perMinute: 2 })
  assert.deepEqual([await ask(), await ask(), await ask()], ['pass', 'pass', 'QUOTA_USED'])
  clock.now += MINUTE
  assert.equal(await ask(), 'pass')
  assert.equal(calls(), 3)
})

test('a used-up minute is not asked about again before it ends', async () => {
  let asked = 0
  const quotas = countQuotas()
  const counting: Quotas = {
    ...quotas,
    take: (...use) => {
      asked += 1
      return quotas.take(...use)
    },
  }
  const { ask } = rig({ cacheSeconds: 0, perMinute: 1 }, { quotas: counting })
  for (let nth = 0; nth < 9; nth += 1) await ask()
  assert.equal(asked, 2)
})

test('an answer that comes after midnight ends the day in which it was asked', async () => {
  const { ask, answer, clock } = rig()
  clock.now = NOON + DAY / 2 - 200
  answer(async () => {
    clock.now += 400
    throw new UpstreamTrouble('QUOTA_USED', '', { until: 'day' })
  })
  assert.equal(await ask(), 'QUOTA_USED')
  answer(async () => PASS)
  assert.equal(await ask(), 'pass')
})

test('failures between which something was refused are not in a row', async () => {
  const { ask, answer, guarded } = rig()
  for (let nth = 0; nth < 6; nth += 1) {
    answer(failWith('TOO_SLOW'))
    assert.equal(await ask(), 'TOO_SLOW')
    answer(failWith('REFUSED', '40003'))
    assert.equal(await ask(), 'REFUSED')
  }
  assert.equal(guarded.isOpen(), false)
})

test('a text of nobody and the same of somebody are two questions', async () => {
  const { guarded, calls } = rig()
  const text = { texts: [{ field: 'content', text: 'a' }], scene: 2 }
  await guarded.text({ ...text, openid: null })
  await guarded.text({ ...text, openid: 'o-1' })
  await guarded.text({ ...text, openid: 'o-2' })
  assert.equal(calls(), 2)
})

test('what is remembered costs no quota', async () => {
  const { ask } = rig({ perMinute: 1 })
  assert.deepEqual([await ask(), await ask(), await ask()], ['pass', 'cached', 'cached'])
})

const HELD: [name: string, until: 'minute' | 'day', lastsMs: number][] = [
  ['minute', 'minute', MINUTE],
  ['day of Beijing', 'day', DAY / 2],
]

for (const [name, until, lastsMs] of HELD) {
  test(`when the other side has no calls left it is not asked until its ${name} is over`, async () => {
    const { ask, answer, calls, clock } = rig()
    answer(failWith('QUOTA_USED', '', { until }))
    await ask()
    answer(async () => PASS)
    clock.now = NOON + lastsMs - 1
    assert.equal(await ask(), 'QUOTA_USED')
    assert.equal(calls(), 1)
    clock.now = NOON + lastsMs
    assert.equal(await ask(), 'pass')
  })
}

test('of very many at once those above the bound are not kept waiting', async () => {
  const { ask, answer } = rig()
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  answer(async () => {
    await opened
    return PASS
  })
  const asked = Array.from({ length: 70 }, (_, n) => ask(`text ${n}`))
  assert.equal(await asked[69], 'TOO_MANY_AT_ONCE')
  open()
  const answers = await Promise.all(asked)
  assert.equal(answers.filter((one) => one === 'pass').length, 64)
})

test('a sound is not asked about more often than WeChat allows, whatever holds for texts', async () => {
  const { guarded, calls, clock } = rig({ perMinute: 1_000_000, perDay: 1_000_000 })
  const sound = { url: 'https://a.example/1.mp3', scene: 2, openid: null }
  for (let nth = 0; nth < 2000; nth += 1) {
    assert.equal((await guarded.requestSound(sound)).kind, 'accepted')
  }
  const refused = { kind: 'absent', because: 'QUOTA_USED' }
  assert.deepEqual(await guarded.requestSound(sound), refused)
  assert.equal(calls(), 2000)
  clock.now += 60_000
  assert.equal((await guarded.requestSound(sound)).kind, 'accepted')
})

test('sounds share the circuit of all else', async () => {
  const { guarded, answer, calls } = rig()
  answer(() => Promise.reject(new UpstreamTrouble('UNREACHABLE')))
  const sound = { url: 'https://a.example/1.mp3', scene: 2, openid: null }
  for (let nth = 0; nth < 5; nth += 1) {
    assert.deepEqual(await guarded.requestSound(sound), { kind: 'absent', because: 'UNREACHABLE' })
  }
  const refused = { kind: 'absent', because: 'CIRCUIT_OPEN' }
  assert.deepEqual(await guarded.requestSound(sound), refused)
  assert.equal(calls(), 5)
})
