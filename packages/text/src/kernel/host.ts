/**
 * The kernel as a host runs it: WebAssembly with SIMD, in Node and in browsers.
 *
 * Where a host has none, or a page forbids it, there is no kernel and the engine reads texts in plain
 * TypeScript: the same answers, more slowly.
 */

import { decodeBytes } from '../classify/base64.ts'
import { BYTES } from './search.generated.ts'

/** What `kernel/assembly/kernel.ts` offers. */
export interface KernelCalls {
  read(from: number, to: number, count: number): number
  searchSource(length: number): number
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

export interface HostedKernel {
  readonly calls: KernelCalls
  readonly memory: Memory
}

const host = globalThis as { readonly WebAssembly?: WebAssembly }
const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

/** Compiled once for all lexicons, when the first of them asks. */
let compiled: object | 'none' | undefined

/** A kernel with a memory of its own; undefined where the host cannot give one. */
export function startKernel(): HostedKernel | undefined {
  const { WebAssembly } = host
  if (WebAssembly === undefined || compiled === 'none' || !isLittleEndian) return undefined
  try {
    compiled ??= new WebAssembly.Module(decodeBytes(BYTES))
    const memory = new WebAssembly.Memory({ initial: 1 })
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } })
    return { calls: exports as KernelCalls, memory }
  } catch {
    // Refused by the host: no SIMD, a policy of the page, no room for another memory.
    compiled ??= 'none'
    return undefined
  }
}
