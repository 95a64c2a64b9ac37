/** The processes of the fault run: started, told the time, killed without warning, started again. */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Part = 'api' | 'sweeper'

interface Member {
  readonly part: Part
  readonly child: ChildProcess
  readonly url: string
}

export class Troupe {
  private readonly databaseUrl: string
  private members: Member[] = []
  private now: number
  kills = 0

  constructor(databaseUrl: string, now: number) {
    this.databaseUrl = databaseUrl
    this.now = now
  }

  async start(part: Part): Promise<void> {
    const script = join(import.meta.dirname, 'child.ts')
    const child = fork(script, [part, this.databaseUrl, String(this.now)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const [{ url }] = (await once(child, 'message')) as [{ url: string }]
    this.members.push({ part, child, url })
  }

  /** Everybody has the time before anybody acts on it: clocks of one cluster differ by moments. */
  async setTime(now: number): Promise<void> {
    this.now = now
    await Promise.all(
      this.members.map(async ({ child }) => {
        const heard = once(child, 'message')
        child.send({ now })
        await heard
      }),
    )
  }

  /** The addresses of the APIs that live. */
  get urls(): readonly string[] {
    return this.members.flatMap(({ part, url }) => (part === 'api' ? [url] : []))
  }

  /** kill -9: no handler runs, no connection is closed in order. */
  async kill(part: Part, count = 1): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      const victim = this.members.find((member) => member.part === part)
      if (victim === undefined) return
      this.members = this.members.filter((member) => member !== victim)
      const gone = once(victim.child, 'exit')
      victim.child.kill('SIGKILL')
      await gone
      this.kills += 1
    }
  }

  async end(): Promise<void> {
    await this.kill('api', this.members.length)
    await this.kill('sweeper', this.members.length)
  }
}
