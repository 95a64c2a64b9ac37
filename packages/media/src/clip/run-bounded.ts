/**
 * Runs one program that reads what a stranger sent, within bounds of time, memory and output.
 *
 * The child gets no environment but `PATH`, no input, and no right to write a file: what it has to
 * say leaves through pipes. CPU seconds, address space and file size are set by the shell's `ulimit`
 * where there is a shell; the wall clock, the output and the signal are watched from here, and a
 * child that passes one of them is killed. Never throws for what the child does.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'

export interface Bounds {
  /** Wall clock. CPU is bounded to the same seconds for each of two threads. */
  readonly maxMs: number
  /** Address space, not resident memory: libraries and thread stacks count. */
  readonly maxMemoryBytes: number
  /** Of all pipes together. */
  readonly maxOutputBytes: number
}

export interface Run {
  readonly program: string
  readonly args: readonly string[]
  readonly bounds: Bounds
  /** By descriptor: 1 is the standard output, 3 and above are further pipes. */
  readonly readers?: Readonly<Record<number, (chunk: Buffer) => void>>
  /** One line of the standard error, without its line end. */
  readonly onErrorLine?: (line: string) => void
  readonly signal?: AbortSignal | undefined
}

export type Ending =
  | { readonly kind: 'exit'; readonly code: number; readonly lastLines: readonly string[] }
  /** `memory or cpu` also stands for a crash: the system ended the child by a signal. */
  | { readonly kind: 'stopped'; readonly by: 'time' | 'output' | 'caller' | 'memory or cpu' }
  | { readonly kind: 'not started' }

const KEPT_LINES = 8
const MAX_LINE = 2000
/** `ulimit` fails where the system does not know a limit (memory on macOS); the program still runs. */
const LIMITED =
  'ulimit -t "$1" 2>/dev/null; ulimit -v "$2" 2>/dev/null; ulimit -f 0 2>/dev/null; ulimit -c 0; shift 2; exec "$@"'

export function runBounded(run: Run): Promise<Ending> {
  if (run.signal?.aborted) return Promise.resolve({ kind: 'stopped', by: 'caller' })
  const child = start(run)
  const lines = collectLines(run)
  return new Promise((resolve) => {
    let stoppedBy: 'time' | 'output' | 'caller' | undefined
    let left = run.bounds.maxOutputBytes
    const stop = (by: 'time' | 'output' | 'caller') => {
      stoppedBy ??= by
      child.kill('SIGKILL')
    }
    const onAbort = () => stop('caller')
    const timer = setTimeout(stop, run.bounds.maxMs, 'time')
    run.signal?.addEventListener('abort', onAbort, { once: true })
    const settle = (ending: Ending) => {
      clearTimeout(timer)
      run.signal?.removeEventListener('abort', onAbort)
      resolve(ending)
    }

    listen(child, (descriptor, chunk) => {
      left -= chunk.length
      if (left < 0) stop('output')
      else if (descriptor === 2) lines.add(chunk)
      else run.readers?.[descriptor]?.(chunk)
    })
    child.once('error', () => settle({ kind: 'not started' }))
    child.once('close', (code) => {
      if (stoppedBy) settle({ kind: 'stopped', by: stoppedBy })
      else if (code === null || code >= 128) settle({ kind: 'stopped', by: 'memory or cpu' })
      else settle({ kind: 'exit', code, lastLines: lines.last() })
    })
  })
}

function start({ program, args, bounds, readers }: Run): ChildProcess {
  const highest = Math.max(2, ...Object.keys(readers ?? {}).map(Number))
  const stdio = Array.from({ length: highest + 1 }, (_, descriptor) =>
    descriptor === 0 ? ('ignore' as const) : ('pipe' as const),
  )
  const env = { PATH: process.env.PATH, MALLOC_ARENA_MAX: '2' }
  const options = { stdio, env, windowsHide: true }
  if (process.platform === 'win32') return spawn(program, args, options)
  const cpuSeconds = Math.ceil((bounds.maxMs / 1000) * 2)
  const kilobytes = Math.ceil(bounds.maxMemoryBytes / 1024)
  const limited = ['-c', LIMITED, 'sh', String(cpuSeconds), String(kilobytes), program, ...args]
  return spawn('/bin/sh', limited, options)
}

function listen(child: ChildProcess, onChunk: (descriptor: number, chunk: Buffer) => void): void {
  child.stdio.forEach((stream, descriptor) => {
    if (descriptor === 0 || !stream) return
    ;(stream as Readable).on('data', (chunk: Buffer) => onChunk(descriptor, chunk))
    stream.on('error', () => {})
  })
}

/** The standard error as lines, of which the last few are kept to say why a run failed. */
function collectLines({ onErrorLine }: Run) {
  let rest = ''
  const kept: string[] = []
  const take = (line: string) => {
    onErrorLine?.(line)
    kept.push(line)
    if (kept.length > KEPT_LINES) kept.shift()
  }
  return {
    add(chunk: Buffer) {
      const lines = (rest + chunk.toString('utf8')).split(/[\r\n]+/)
      rest = (lines.pop() ?? '').slice(0, MAX_LINE)
      for (const line of lines) if (line !== '') take(line)
    },
    last(): readonly string[] {
      if (rest !== '') take(rest)
      rest = ''
      return kept
    },
  }
}
