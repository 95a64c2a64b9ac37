/**
 * A Keras model of the MobileNet kind as a graph of ONNX operations.
 *
 * Keras keeps pixels as rows of colours, ONNX as planes: kernels are turned accordingly. Every layer
 * becomes one operation, and one more for an activation. Pure; throws on a layer it does not know,
 * which is a mistake in the choice of model, not in a picture.
 */

import type { KerasLayer, KerasModel, Weights } from './keras-layers.ts'
import type { Attribute, OnnxGraph, OnnxNode, OnnxWeights } from './onnx-bytes.ts'

/** What one layer adds. */
interface Piece {
  readonly operation: string
  readonly attributes: Readonly<Record<string, Attribute>>
  readonly weights: readonly OnnxWeights[]
}

export function toOnnxGraph(
  model: KerasModel,
  weights: ReadonlyMap<string, Weights>,
  side: number,
  classes: number,
): OnnxGraph {
  const nodes: OnnxNode[] = []
  const kept: OnnxWeights[] = []
  /** Under which name the output of a layer is found: some layers do nothing. */
  const outputs = new Map<string, string>()
  let last = ''
  for (const layer of model.modelTopology.model_config.config.layers) {
    const inputs = inputsOf(layer).map((name) => outputs.get(name) ?? name)
    const piece = pieceOf(layer, weights)
    last = piece ? layer.name : (inputs[0] ?? layer.name)
    outputs.set(layer.name, last)
    if (!piece) continue
    kept.push(...piece.weights)
    const { operation, attributes } = piece
    const all = [...inputs, ...piece.weights.map(({ name }) => name)]
    const activation = ACTIVATIONS[String(layer.config.activation ?? 'linear')]
    const output = activation ? `${layer.name}/plain` : layer.name
    nodes.push({ operation, inputs: all, output, attributes })
    if (activation) {
      nodes.push({ operation: activation, inputs: [output], output: layer.name, attributes: {} })
    }
  }
  const input = model.modelTopology.model_config.config.layers[0]?.name ?? ''
  return {
    nodes,
    weights: kept,
    input: { name: input, shape: [1, 3, side, side] },
    output: { name: last, shape: [1, classes] },
  }
}

const ACTIVATIONS: Readonly<Record<string, string>> = { relu: 'Relu', softmax: 'Softmax' }

function inputsOf({ inbound_nodes: [first] }: KerasLayer): readonly string[] {
  return (first ?? []).map(([name]) => name)
}

/** Null for a layer that changes nothing when a picture is scored. */
function pieceOf(layer: KerasLayer, weights: ReadonlyMap<string, Weights>): Piece | null {
  const { name, config } = layer
  const own = (part: string): OnnxWeights => getWeights(weights, `${name}/${part}`)
  switch (layer.class_name) {
    case 'InputLayer':
    case 'Dropout':
      return null
    case 'ZeroPadding2D':
      return piece('Pad', { pads: padsOf(config.padding), mode: 'constant' })
    case 'Conv2D':
      return piece('Conv', windowOf(config, 1), [turned(own('kernel'), [3, 2, 0, 1])])
    case 'DepthwiseConv2D':
      return depthwise(config, turned(own('depthwise_kernel'), [2, 3, 0, 1]))
    case 'BatchNormalization':
      return piece(
        'BatchNormalization',
        { epsilon: { fraction: Number(config.epsilon) } },
        ['gamma', 'beta', 'moving_mean', 'moving_variance'].map(own),
      )
    case 'ReLU':
      return piece('Clip', {
        min: { fraction: 0 },
        max: { fraction: Number(config.max_value ?? Number.MAX_VALUE) },
      })
    case 'Add':
      return piece('Add', {})
    case 'AveragePooling2D':
      return piece('AveragePool', {
        kernel_shape: numbersOf(config.pool_size),
        strides: numbersOf(config.strides),
      })
    case 'Flatten':
      return piece('Flatten', { axis: 1 })
    case 'Dense':
      return piece('Gemm', {}, ['kernel', 'bias'].map(own))
    default:
      throw new Error(`${layer.class_name} is no layer that can be turned into ONNX here`)
  }
}

function depthwise(config: KerasLayer['config'], kernel: OnnxWeights): Piece {
  return piece('Conv', windowOf(config, kernel.shape[0] ?? 1), [kernel])
}

function piece(
  operation: string,
  attributes: Piece['attributes'],
  weights: readonly OnnxWeights[] = [],
): Piece {
  return { operation, attributes, weights }
}

/** TensorFlow puts the odd pixel of its padding at the end. */
function windowOf(config: KerasLayer['config'], group: number): Record<string, Attribute> {
  const padding = config.padding === 'same' ? 'SAME_UPPER' : 'VALID'
  return { strides: numbersOf(config.strides), auto_pad: padding, group }
}

/** `[[top, bottom], [left, right]]` as starts and ends of the four dimensions. */
function padsOf(padding: unknown): readonly number[] {
  const [rows, columns] = padding as readonly (readonly number[])[]
  return [0, 0, rows?.[0] ?? 0, columns?.[0] ?? 0, 0, 0, rows?.[1] ?? 0, columns?.[1] ?? 0]
}

function numbersOf(value: unknown): readonly number[] {
  return value as readonly number[]
}

function getWeights(weights: ReadonlyMap<string, Weights>, name: string): OnnxWeights {
  const found = weights.get(name)
  if (!found) throw new Error(`the weights ${name} are missing`)
  return { name, ...found }
}

/** The same numbers with the dimensions in another order: `order[i]` is the old place of the new i-th. */
function turned({ name, shape, values }: OnnxWeights, order: readonly number[]): OnnxWeights {
  const [a = 0, b = 0, c = 0, d = 0] = order
  const steps = [
    (shape[1] ?? 1) * (shape[2] ?? 1) * (shape[3] ?? 1),
    (shape[2] ?? 1) * (shape[3] ?? 1),
    shape[3] ?? 1,
    1,
  ]
  const sides = order.map((place) => shape[place] ?? 1)
  const [sa = 1, sb = 1, sc = 1, sd = 1] = sides
  const out = new Float32Array(values.length)
  let at = 0
  for (let i = 0; i < sa; i += 1) {
    for (let j = 0; j < sb; j += 1) {
      for (let k = 0; k < sc; k += 1) {
        for (let l = 0; l < sd; l += 1) {
          const from =
            i * (steps[a] ?? 0) + j * (steps[b] ?? 0) + k * (steps[c] ?? 0) + l * (steps[d] ?? 0)
          out[at] = values[from] ?? 0
          at += 1
        }
      }
    }
  }
  return { name, shape: sides, values: out }
}
