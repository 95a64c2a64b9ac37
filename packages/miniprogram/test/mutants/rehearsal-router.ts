/** `tcb-router` for a rehearsal: handlers of every route, then of the one that `$url` names. */

interface Context {
  body?: unknown
}
type Handler = (context: Context, next: () => Promise<void>) => Promise<void>

export class RehearsedRouter {
  readonly event: { readonly $url?: string }
  readonly handlers: { readonly url: string | undefined; readonly handler: Handler }[] = []

  constructor({ event }: { event: { readonly $url?: string } }) {
    this.event = event
  }

  use(handler: Handler): void {
    this.handlers.push({ url: undefined, handler })
  }

  router(url: string, handler: Handler): void {
    this.handlers.push({ url, handler })
  }

  async serve(): Promise<unknown> {
    const context: Context = {}
    const chosen = this.handlers.filter(({ url }) => url === undefined || url === this.event.$url)
    const follow = async (index: number): Promise<void> => {
      await chosen[index]?.handler(context, () => follow(index + 1))
    }
    await follow(0)
    return context.body
  }
}
