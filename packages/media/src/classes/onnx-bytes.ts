/**
 * Writes a graph of operations with its weights as a file of the ONNX format.
 *
 * Only what a chain of convolutions needs: one input and one output of known shape, weights as
 * 32-bit numbers, attributes that are whole numbers, fractions, lists of whole numbers or words.
 * Pure. Does not check that the graph makes sense: the runtime does, when it opens it.
 *
 * Source: onnx.proto of ONNX (Apache-2.0), IR version 5, operator set 10; Protocol Buffers encoding.
 */

export type Attribute = number | readonly number[] | string | { readonly fraction: number }

export interface OnnxNode {
  readonly operation: string
  readonly inputs: readonly string[]
  readonly output: string
  readonly attributes: Readonly<Record<string, Attribute>>
}

export interface OnnxWeights {
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[]
  readonly weights: readonly OnnxWeights[]
  readonly input: { readonly name: string; readonly shape: readonly number[] }
  readonly output: { readonly name: string; readonly shape: readonly number[] }
}

/** Later sets ask for paddings and limits as weights; this one takes them as attributes. */
const OPERATOR_SET = 10
const IR_VERSION = 5
const FLOAT = 1

export function toOnnxBytes(graph: OnnxGraph): Uint8Array {
  const body = [
    ...graph.nodes.map((node) => field(1, nodeBytes(node))),
    field(2, text('graph')),
    ...graph.weights.map((weights) => field(5, weightBytes(weights))),
    field(11, valueBytes(graph.input)),
    field(12, valueBytes(graph.output)),
  ]
  return Buffer.concat([
    whole(1, IR_VERSION),
    field(7, Buffer.concat(body)),
    field(8, whole(2, OPERATOR_SET)),
  ])
}

function nodeBytes({ operation, inputs, output, attributes }: OnnxNode): Uint8Array {
  return Buffer.concat([
    ...inputs.map((name) => field(1, text(name))),
    field(2, text(output)),
    field(4, text(operation)),
    ...Object.entries(attributes).map(([name, value]) => field(5, attributeBytes(name, value))),
  ])
}

/** The last field says which kind of value it is: 1 fraction, 2 whole, 3 word, 7 whole numbers. */
function attributeBytes(name: string, value: Attribute): Uint8Array {
  const title = field(1, text(name))
  if (typeof value === 'number') return Buffer.concat([title, whole(3, value), whole(20, 2)])
  if (typeof value === 'string') {
    return Buffer.concat([title, field(4, text(value)), whole(20, 3)])
  }
  if ('fraction' in value) {
    const number = Buffer.alloc(5)
    number.writeUInt8((2 << 3) | 5)
    number.writeFloatLE(value.fraction, 1)
    return Buffer.concat([title, number, whole(20, 1)])
  }
  return Buffer.concat([title, ...value.map((item) => whole(8, item)), whole(20, 7)])
}

function weightBytes({ name, shape, values }: OnnxWeights): Uint8Array {
  const raw = Buffer.from(values.buffer, values.byteOffset, values.byteLength)
  return Buffer.concat([
    ...shape.map((side) => whole(1, side)),
    whole(2, FLOAT),
    field(8, text(name)),
    field(9, raw),
  ])
}

function valueBytes({ name, shape }: OnnxGraph['input']): Uint8Array {
  const sides = Buffer.concat(shape.map((side) => field(1, whole(1, side))))
  const tensor = Buffer.concat([whole(1, FLOAT), field(2, sides)])
  return Buffer.concat([field(1, text(name)), field(2, field(1, tensor))])
}

/** A field with a length before it. */
function field(number: number, body: Uint8Array): Buffer {
  return Buffer.concat([varint((number << 3) | 2), varint(body.length), body])
}

/** A field with a whole number that is not negative. */
function whole(number: number, value: number): Buffer {
  return Buffer.concat([varint(number << 3), varint(value)])
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return Buffer.from([...bytes, rest])
}

function text(value: string): Buffer {
  return Buffer.from(value, 'utf8')
}
