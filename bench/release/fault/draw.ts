/** Numbers from 0 to 1, the same for the same seed: xorshift, 32 bits. */

export type Draw = () => number

export function seeded(seed: number): Draw {
  let state = seed | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}
