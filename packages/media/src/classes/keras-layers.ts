/**
 * The layers of a Keras model as TensorFlow.js keeps them, and its packed weights.
 *
 * Weights are one byte each with a scale and an offset for each tensor; they come back as numbers.
 * Pure. Knows only the layers that MobileNet needs; another one is refused by `toOnnxGraph`.
 */

export interface KerasLayer {
  readonly name: string
  readonly class_name: string
  readonly config: Readonly<Record<string, unknown>>
  /** For each call the layers whose outputs come in. */
  readonly inbound_nodes: readonly (readonly (readonly [string, ...unknown[]])[])[]
}

interface WeightEntry {
  readonly name: string
  readonly shape: readonly number[]
  readonly quantization?: { readonly min: number; readonly scale: number; readonly dtype: string }
}

export interface KerasModel {
  readonly modelTopology: {
    readonly model_config: { readonly config: { readonly layers: readonly KerasLayer[] } }
  }
  readonly weightsManifest: readonly { readonly weights: readonly WeightEntry[] }[]
}

export interface Weights {
  readonly shape: readonly number[]
  readonly values: Float32Array
}

/** By name, e.g. `Conv1/kernel`. */
export function unpackWeights(model: KerasModel, packed: Uint8Array): ReadonlyMap<string, Weights> {
  const unpacked = new Map<string, Weights>()
  let offset = 0
  for (const { name, shape, quantization } of model.weightsManifest.flatMap(
    ({ weights }) => weights,
  )) {
    if (quantization?.dtype !== 'uint8') throw new Error(`${name} is not packed in bytes`)
    const size = shape.reduce((product, side) => product * side, 1)
    const bytes = packed.subarray(offset, offset + size)
    if (bytes.length !== size) throw new Error(`${name} is cut short`)
    const { min, scale } = quantization
    unpacked.set(name, { shape, values: Float32Array.from(bytes, (byte) => byte * scale + min) })
    offset += size
  }
  return unpacked
}
