import type { Observations } from '@fangxing/contract'

/** What an engine saw, or nothing when it failed: then its kinds count as unobserved. */
export function attempt(observe: () => Partial<Observations>): Partial<Observations> {
  try {
    return observe()
  } catch {
    return {}
  }
}
