/**
 * Kernels as a host runs them: WebAssembly with SIMD, in Node and in browsers.
 *
 * Where a host has none, or a page forbids it, there is no kernel and the engine reads texts in plain
 * TypeScript: the same answers, more slowly.
 */

import { decodeBytes } from '../classify/base64.ts'
import { BYTES } from './search.generated.ts'

/** What `kernel/assembly/kernel.ts` offers. */
export interface KernelCalls {
  read(from: number, to: number, count: number): number
  searchSource(pool: number, length: number): number
}

export interface Memory {
  readonly buffer: ArrayBuffer
  grow(pages: number): number
}

interface WebAssembly {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
  readonly Memory: new (size: { readonly initial: number }) => Memory
}

export interface Hosted<Calls> {
  readonly calls: Calls
  readonly memory: Memory
}

export type HostedKernel = Hosted<KernelCalls>

const host = globalThis as { readonly WebAssembly?: WebAssembly }
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** Compiled once for all who ask, when the first of them does. */
export class Program<Calls> {
  private readonly base64: string
  private compiled: object | 'none' | undefined

  constructor(base64: string) {
    this.base64 = base64
  }

  /** With a memory of its own, of so many pages; undefined where the host cannot give one. */
  start(pages: number): Hosted<Calls> | undefined {
    const { WebAssembly } = host
    if (WebAssembly === undefined || this.compiled === 'none' || !isLittleEndian) return undefined
    try {
      this.compiled ??= new WebAssembly.Module(decodeBytes(this.base64))
      const memory = new WebAssembly.Memory({ initial: pages })
      const { exports } = new WebAssembly.Instance(this.compiled, { env: { memory } })
      return { calls: exports as Calls, memory }
    } catch {
      // Refused by the host: no SIMD, a policy of the page, no room for another memory.
      this.compiled ??= 'none'
      return undefined
    }
  }
}

const search = new Program<KernelCalls>(BYTES)

/** A kernel that searches; undefined where the host cannot give one. */
export function startKernel(): HostedKernel | undefined {
  return search.start(1)
}
